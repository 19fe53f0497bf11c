package org.afterword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.afterword.bench.content.Content;

/**
 * A PostgreSQL of the bench’s own, as Debian installs it. It keeps what it promises
 * (fsync), has the usual memory, and counts statements. The databases stay for the next
 * run.
 */
final class Postgres implements AutoCloseable {

	private static final String SETTINGS = """
			listen_addresses = '127.0.0.1'
			max_connections = 100
			shared_buffers = 128MB
			max_wal_size = 4GB
			checkpoint_timeout = 15min
			wal_level = minimal
			max_wal_senders = 0
			shared_preload_libraries = 'pg_stat_statements'
			pg_stat_statements.max = 5000
			default_toast_compression = lz4
			""";

	private final Path programs;

	private final Path data;

	private final int port = Command.freePort();

	Postgres(Path home) throws IOException {
		this.programs = programs();
		this.data = home.resolve("postgres");
		if (Files.notExists(this.data.resolve("PG_VERSION"))) {
			make();
		}
		start(home.resolve("postgres.log"));
	}

	private static Path programs() throws IOException {
		try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			return versions
				.max(Comparator.comparingInt((version) -> Integer.parseInt(version.getFileName().toString())))
				.orElseThrow()
				.resolve("bin");
		}
	}

	private void make() throws IOException {
		Files.createDirectories(this.data);
		if (System.getProperty("user.name").equals("root")) {
			Command.output(List.of("chown", "postgres", this.data.toString(), this.data.getParent().toString()));
		}
		run("initdb", "--pgdata=" + this.data, "--username=afterword", "--auth=trust", "--encoding=UTF8",
				"--locale=C.UTF-8");
	}

	private void start(Path log) {
		Command.write(this.data.resolve("postgresql.auto.conf"),
				SETTINGS + "port = " + this.port + "\n" + "unix_socket_directories = '" + this.data + "'\n");
		run("pg_ctl", "--pgdata=" + this.data, "--log=" + log.resolveSibling("postgres/server.log"), "--wait",
				"--timeout=300", "start");
	}

	private String run(String program, String... arguments) {
		var command = new ArrayList<>(List.of(this.programs.resolve(program).toString()));
		command.addAll(List.of(arguments));
		return Command.output(Command.unprivileged(command));
	}

	/** A database of this size, filled now if it does not stand there. */
	Database of(String size, boolean anew) throws SQLException, IOException {
		var name = "bench_" + size;
		var database = new Database(url(name), "afterword", "", new Processes(pid()));
		try (var connection = DriverManager.getConnection(url("postgres"), "afterword", "");
				var statement = connection.createStatement()) {
			statement.execute("create extension if not exists pg_stat_statements");
			var made = "afterword " + Content.fingerprint(url("postgres"), "afterword", "");
			var known = database(name, connection);
			if (!anew && made.equals(known)) {
				return database;
			}
			statement.execute("drop database if exists " + name);
			statement.execute("create database " + name + " template template0");
			database.run("create extension pg_stat_statements");
			database.fill(size);
			statement.execute("comment on database " + name + " is '" + made + "'");
		}
		return database;
	}

	private static String database(String name, java.sql.Connection connection) throws SQLException {
		try (var asked = connection.createStatement();
				var found = asked
					.executeQuery("select shobj_description(oid, 'pg_database') from pg_database where datname = '"
							+ name + "'")) {
			return found.next() ? String.valueOf(found.getString(1)) : "";
		}
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private long pid() throws IOException {
		return Long.parseLong(Files.readAllLines(this.data.resolve("postmaster.pid")).getFirst().strip());
	}

	@Override
	public void close() {
		run("pg_ctl", "--pgdata=" + this.data, "--mode=fast", "--wait", "stop");
	}

}
