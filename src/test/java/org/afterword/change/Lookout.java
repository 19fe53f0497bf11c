package org.afterword.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** The changes as another node sees them, which looks when a test says so. */
public class Lookout implements AutoCloseable {

	private final Changes changes = new Changes();

	private final List<Object> published = new ArrayList<>();

	private final ChangeWatch watch;

	public Lookout(DataSource database) throws SQLException {
		this.watch = new ChangeWatch(this.changes, database, this.published::add);
	}

	public Changes changes() {
		return this.changes;
	}

	/** How often something was seen that may stand on every page. */
	public int siteChanges() {
		return this.published.size();
	}

	public void look() throws SQLException {
		this.watch.look();
	}

	/** Loses the connection, as when the network fails. */
	public void lose() {
		this.watch.lose();
	}

	@Override
	public void close() {
		this.watch.lose();
	}

}
