package org.afterword.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.IntConsumer;

/** How fast pages come, beside nginx on the same machine. */
final class PageSpeed {

	private static final int COUNTED = 20;

	private static final int REFERENCE_SECONDS = 4;

	private final Forum forum;

	private final Database database;

	private final Nginx nginx;

	private final int seconds;

	private final Table table = new Table("page", "requests/s", "ratio to nginx", "CPU of the forum, ms",
			"CPU of the database, ms", "bytes", "gzip", "statements");

	PageSpeed(Forum forum, Database database, Nginx nginx, int seconds) {
		this.forum = forum;
		this.database = database;
		this.nginx = nginx;
		this.seconds = seconds;
	}

	/** Reads each page until the JVM has compiled what is used often. */
	void warmUp(Site.Session session, String... paths) {
		for (var path : paths) {
			Wrk.read(this.forum.site().at(path), session, Math.max(2, this.seconds));
		}
	}

	void measure(String name, String path, Site.Session session) throws SQLException {
		var page = this.forum.site().get(path, session);
		var gzip = this.forum.site().compressed(path, session).length;
		var address = this.forum.site().at(path);
		Wrk.read(address, session, Math.max(1, this.seconds / 3));
		var most = Wrk.read(this.nginx.file(), Site.Session.STRANGER, REFERENCE_SECONDS).perSecond();
		var cpu = this.forum.processes().cpu();
		var databaseCpu = this.database.cpu();
		var read = Wrk.read(address, session, this.seconds);
		this.table.row((read.failed() > 0) ? name + " (" + read.failed() + " failed)" : name, read.perSecond(),
				read.perSecond() / most, (double) (this.forum.processes().cpu() - cpu) / read.requests(),
				(double) (this.database.cpu() - databaseCpu) / read.requests(),
				page.body().getBytes(StandardCharsets.UTF_8).length, gzip,
				statements((time) -> this.forum.site().compressed(path, session)));
	}

	/** Pages that nobody has read before, each once, one after the other. */
	void measureFirst(String name, java.util.List<String> paths) throws SQLException {
		var cpu = this.forum.processes().cpu();
		var databaseCpu = this.database.cpu();
		var began = System.nanoTime();
		paths.forEach((path) -> this.forum.site().compressed(path, Site.Session.STRANGER));
		var took = (System.nanoTime() - began) / 1e9;
		this.table.row(name, paths.size() / took, "", (double) (this.forum.processes().cpu() - cpu) / paths.size(),
				(double) (this.database.cpu() - databaseCpu) / paths.size(), "", "", "");
	}

	private Object statements(IntConsumer read) throws SQLException {
		var statements = new Statements(this.database);
		if (!statements.canCount()) {
			return "";
		}
		statements.begin();
		for (var time = 0; time < COUNTED; time++) {
			read.accept(time);
		}
		return Math.round((double) statements.count() / COUNTED);
	}

	@Override
	public String toString() {
		return this.table.toString();
	}

}
