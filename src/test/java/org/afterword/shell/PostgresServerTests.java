package org.afterword.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One after the other, for all of one process share the unpacked programs. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresServerTests {

	@TempDir
	Path directory;

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
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
	@Execution(ExecutionMode.SAME_THREAD)
	void dataOfAnotherVersionIsLeftAlone() throws Exception {
		var data = Files.createDirectories(this.directory.resolve("postgres"));
		Files.writeString(data.resolve("PG_VERSION"), "15\n");
		assertThatExceptionOfType(DatabaseNotStarted.class).isThrownBy(() -> PostgresServer.start(this.directory))
			.withMessageContaining("PostgreSQL 15");
		assertThat(data).isDirectoryContaining((file) -> file.endsWith("PG_VERSION"));
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void aServerThatIsKilledIsStartedAgainAtTheSamePlace() throws Exception {
		try (var server = PostgresServer.start(this.directory)) {
			write(server, "create table kept (word text)");
			for (var word : List.of("seed", "bank", "dry")) {
				write(server, "insert into kept values ('" + word + "')");
				kill();
				await(() -> word
					.equals(read(server, "select word from kept offset " + "seed,bank,dry".indexOf(word) / 5)));
				assertThat(read(server, "show fsync")).isEqualTo("on");
				assertThat(read(server, "show max_connections")).isEqualTo("50");
			}
		}
		assertThat(this.directory.resolve("postgres/postmaster.pid")).doesNotExist();
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void aServerThatCannotStartIsTriedSeldomAndStartsOnceItCan() throws Exception {
		try (var server = PostgresServer.start(this.directory)) {
			write(server, "create table kept as select 'seed' as word");
			var settings = this.directory.resolve("postgres/postgresql.conf");
			var right = Files.readString(settings);
			Files.writeString(settings, right + "\nno_such_setting = on\n");
			kill();
			Thread.sleep(8_000);
			assertThat(Files.readString(this.directory.resolve("postgres.log")).split("no_such_setting", -1))
				.hasSizeBetween(3, 6);
			Files.writeString(settings, right);
			await(() -> "seed".equals(read(server, "select word from kept")));
		}
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void aForumThatEndsWhileItsServerIsAwayEnds() throws Exception {
		var server = PostgresServer.start(this.directory);
		kill();
		server.close();
		try (var next = PostgresServer.start(this.directory)) {
			assertThat(read(next, "select 'here'")).isEqualTo("here");
		}
	}

	private void kill() throws IOException {
		var number = Files.readAllLines(this.directory.resolve("postgres/postmaster.pid")).getFirst().strip();
		ProcessHandle.of(Long.parseLong(number)).orElseThrow().destroyForcibly();
	}

	private static void await(Callable<Boolean> there) throws Exception {
		var since = System.nanoTime();
		while (true) {
			try {
				if (there.call()) {
					return;
				}
			}
			catch (SQLException ex) {
				assertThat(Duration.ofNanos(System.nanoTime() - since)).as("%s", ex).isLessThan(Duration.ofSeconds(30));
			}
			Thread.sleep(100);
		}
	}

	private static void write(PostgresServer server, String statement) throws SQLException {
		try (var connection = DriverManager.getConnection(server.url())) {
			connection.createStatement().execute(statement);
		}
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
