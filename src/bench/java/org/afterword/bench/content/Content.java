package org.afterword.bench.content;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.PGConnection;

/**
 * Fills an empty database with a forum of some size. All rows come in one transaction
 * that begins by emptying the tables, so that PostgreSQL need not log them; indexes are
 * built when the rows are there. Foreign keys are not checked while they come, because
 * all rows are made from one plan; this needs a role that may do so.
 */
public final class Content {

	/** To be raised when other rows come of the same tables. */
	private static final int VERSION = 1;

	private final Size size;

	private final Layout layout;

	private Content(Size size) {
		this.size = size;
		this.layout = new Layout(size, Instant.now().truncatedTo(ChronoUnit.MILLIS));
	}

	/**
	 * Makes the tables and fills them.
	 * @throws IllegalStateException if the database holds anything
	 */
	public static void fill(String url, String user, String password, Size size) throws SQLException, IOException {
		flyway(url, user, password).migrate();
		try (var database = DriverManager.getConnection(url, user, password)) {
			new Content(size).fill(database);
		}
	}

	/**
	 * Differs where the tables do, or what is put into them.
	 * @param url of any database of the server, without tables of a forum
	 */
	public static String fingerprint(String url, String user, String password) {
		return VERSION + " "
				+ Arrays.stream(flyway(url, user, password).info().pending())
					.map(MigrationInfo::getChecksum)
					.toList()
					.hashCode();
	}

	private static Flyway flyway(String url, String user, String password) {
		return Flyway.configure().dataSource(url, user, password).locations("classpath:db/migration").load();
	}

	private void fill(Connection database) throws SQLException, IOException {
		var began = Instant.now();
		mustBeEmpty(database);
		database.setAutoCommit(false);
		var tables = tables();
		run(database, "set session_replication_role = replica");
		run(database, "set maintenance_work_mem = '768MB'");
		run(database, "truncate " + String.join(", ", tables.stream().map(Table::name).toList()) + " cascade");
		var indexes = Indexes.drop(database, tables);
		for (var table : tables) {
			copy(database, table);
		}
		indexes.make(database);
		for (var table : tables) {
			goOn(database, table);
		}
		database.commit();
		database.setAutoCommit(true);
		run(database, "vacuum analyze");
		run(database, "checkpoint");
		say("%s: %,d posts in %,d topics, %s", this.size.name(), this.layout.end() - 1, this.size.topics(),
				Duration.between(began, Instant.now()).truncatedTo(ChronoUnit.SECONDS));
	}

	private List<Table> tables() {
		var people = new People(this.layout);
		var sources = new Sources(this.layout);
		var bodies = new Bodies(people, sources);
		var tables = new ArrayList<Table>();
		tables.addAll(people.tables());
		tables.addAll(new Topics(this.layout, bodies).tables());
		tables.addAll(new Register(this.layout, bodies).tables());
		tables.addAll(new Posts(this.layout, bodies, people).tables());
		tables.addAll(sources.tables());
		tables.addAll(new Moderation(this.layout).tables());
		return tables;
	}

	private static void mustBeEmpty(Connection database) throws SQLException {
		try (var asked = database.createStatement();
				var found = asked.executeQuery("select exists (select from member)")) {
			found.next();
			if (found.getBoolean(1)) {
				throw new IllegalStateException("The database " + database.getCatalog() + " is not empty");
			}
		}
	}

	private static void copy(Connection database, Table table) throws SQLException, IOException {
		var began = Instant.now();
		var into = database.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy %s (%s) from stdin (freeze)".formatted(table.name(), table.columns()));
		try {
			var copy = new Copy(into);
			table.rows().write(copy);
			var rows = copy.close();
			say("  %s: %,d rows, %d s", table.name(), rows, Duration.between(began, Instant.now()).toSeconds());
		}
		finally {
			if (into.isActive()) {
				into.cancelCopy();
			}
		}
	}

	/** The next row gets a number of its own. */
	private static void goOn(Connection database, Table table) throws SQLException {
		if (table.columns().startsWith("id,")) {
			run(database, "select setval(pg_get_serial_sequence('%1$s', 'id'), coalesce((select max(id) from %1$s), 1))"
				.formatted(table.name()));
		}
	}

	static void run(Connection database, String statement) throws SQLException {
		try (var sent = database.createStatement()) {
			sent.execute(statement);
		}
	}

	private static void say(String words, Object... values) {
		System.out.printf(words + "%n", values);
	}

}
