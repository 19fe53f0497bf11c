package org.afterword.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Execution(ExecutionMode.CONCURRENT)
class PostgresServerTests {

	@TempDir
	Path directory;

	@Test
	void whatWasCommittedSurvivesAKilledForumAndOneMayStartAgain() throws Exception {
		var forum = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), Forum.class.getName(), this.directory.toString())
			.redirectError(this.directory.resolve("errors").toFile())
			.start();
		var said = forum.inputReader();
		assertThat(said.lines().anyMatch("written"::equals)).as(() -> errors()).isTrue();
		forum.destroyForcibly();
		assertThat(forum.waitFor(10, TimeUnit.SECONDS)).isTrue();

		try (var server = PostgresServer.start(this.directory)) {
			assertThat(read(server, "select word from kept")).isEqualTo("seed");
			assertThat(read(server, "show fsync")).isEqualTo("on");
			assertThat(read(server, "show synchronous_commit")).isEqualTo("on");
			assertThat(read(server, "show listen_addresses")).isEqualTo("localhost");

			// A second forum is told so, and does the first one no harm.
			assertThatExceptionOfType(DatabaseNotStarted.class).isThrownBy(() -> PostgresServer.start(this.directory))
				.withMessageStartingWith("Another Afterword is already running");
			assertThat(read(server, "select word from kept")).isEqualTo("seed");
		}

		// The number of a server that is gone may be another program's by now.
		Files.writeString(this.directory.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
		try (var server = PostgresServer.start(this.directory)) {
			assertThat(read(server, "select word from kept")).isEqualTo("seed");
		}
	}

	@Test
	void dataOfAnotherVersionIsLeftAlone() throws Exception {
		var data = Files.createDirectories(this.directory.resolve("postgres"));
		Files.writeString(data.resolve("PG_VERSION"), "15\n");
		assertThatExceptionOfType(DatabaseNotStarted.class).isThrownBy(() -> PostgresServer.start(this.directory))
			.withMessageContaining("PostgreSQL 15");
		assertThat(data).isDirectoryContaining((file) -> file.endsWith("PG_VERSION"));
	}

	private String errors() {
		try {
			return Files.readString(this.directory.resolve("errors"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private static String read(PostgresServer server, String query) throws SQLException {
		try (var connection = DriverManager.getConnection(server.url());
				var rows = connection.createStatement().executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}

	/** A forum that is killed. */
	static final class Forum {

		public static void main(String[] arguments) throws Exception {
			var server = PostgresServer.start(Path.of(arguments[0]));
			try (var connection = DriverManager.getConnection(server.url());
					var statement = connection.createStatement()) {
				statement.execute("create table kept (word text)");
				statement.execute("insert into kept values ('seed')");
			}
			System.out.println("written");
			Thread.sleep(TimeUnit.MINUTES.toMillis(5));
		}

	}

}
