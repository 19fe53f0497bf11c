package org.afterword.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that this process starts and stops, and starts again where it ends before.
 * What was committed survives both however they end. One process at a time; anybody on
 * this machine can connect.
 */
final class PostgresServer implements AutoCloseable {

	static final String USER = "postgres";

	private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

	private static final String MAJOR_VERSION = "18";

	private static final Duration LONGEST_START = Duration.ofSeconds(60);

	/** How often it is looked whether the server is there. */
	private static final Duration LOOK = Duration.ofSeconds(1);

	/**
	 * What a killed server leaves behind may keep the next one from starting for a
	 * moment.
	 */
	private static final int TRIES_IN_SILENCE = 3;

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private final EmbeddedPostgres postgres;

	private final FileChannel lock;

	private final Path data;

	private final Path programs;

	private final Path log;

	private final Thread watch;

	private PostgresServer(EmbeddedPostgres postgres, FileChannel lock, Path data, Path programs, Path log) {
		this.postgres = postgres;
		this.lock = lock;
		this.data = data;
		this.programs = programs;
		this.log = log;
		this.watch = Thread.ofPlatform().daemon().name("embedded-postgresql").unstarted(this::watch);
	}

	/**
	 * Starts the server on {@code postgres} in this directory, and recovers what a killed
	 * process left.
	 * @throws DatabaseNotStarted with a sentence for whoever started the forum
	 */
	static PostgresServer start(Path directory) {
		var home = directory.toAbsolutePath().normalize();
		var data = data(directory);
		FileChannel lock = null;
		try {
			makePrivate(data);
			makePrivate(home.resolve("postgres-programs"));
			lock = lock(home);
			checkVersion(data);
			// A subfolder, because unpacking makes its own folder readable for everybody.
			var programs = home.resolve("postgres-programs").resolve("unpacked");
			stopOrphan(data, programs);
			var log = home.resolve("postgres.log");
			var postgres = run(data, programs, log);
			LOG.info(
					"Using the embedded PostgreSQL {} in {}. Anybody on this machine can connect without a password: "
							+ "right for one person’s computer. On a server, set SPRING_DATASOURCE_URL.",
					MAJOR_VERSION, data);
			var server = new PostgresServer(postgres, lock, data, programs, log);
			server.watch.start();
			return server;
		}
		catch (DatabaseNotStarted ex) {
			release(lock);
			throw ex;
		}
		catch (IOException ex) {
			release(lock);
			var why = (ex instanceof AccessDeniedException) ? "it may not write there" : ex.toString();
			throw new DatabaseNotStarted("The forum cannot keep its database in %s: %s.".formatted(data, why),
					"Set SPRING_DATASOURCE_URL to a PostgreSQL of your own, or afterword.data-directory to a folder where it may write.",
					ex);
		}
	}

	/** The folder in this directory that holds the data. */
	static Path data(Path directory) {
		return directory.toAbsolutePath().normalize().resolve("postgres");
	}

	String url() {
		return this.postgres.getJdbcUrl(USER, "postgres");
	}

	@Override
	public void close() throws IOException {
		this.watch.interrupt();
		try {
			this.watch.join(LONGEST_START);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.postgres.close();
		release(this.lock);
	}

	/**
	 * Starts the server again on the same port whenever it ends, for example because the
	 * system killed it; the pool reconnects. Failed attempts are repeated with growing
	 * pauses.
	 */
	private void watch() {
		var failed = 0;
		try {
			while (true) {
				Thread.sleep(pause(failed));
				if (isThere()) {
					failed = 0;
					continue;
				}
				if (failed == 0) {
					LOG.warn("The embedded PostgreSQL has ended. It is started again.");
				}
				if (startAgain()) {
					LOG.info("The embedded PostgreSQL runs again. What was committed is there.");
					failed = 0;
				}
				else if (++failed == TRIES_IN_SILENCE) {
					LOG.error("The embedded PostgreSQL does not start again. It is tried at least once a minute. "
							+ "Why, the end of {} says.", this.log);
				}
			}
		}
		catch (InterruptedException ex) {
			LOG.debug("Watched no longer, because the forum ends", ex);
		}
	}

	private static Duration pause(int failed) {
		var pause = LOOK.multipliedBy(1L << Math.min(failed, 6));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	/**
	 * Checks the port: a process that was killed may stay in the process table until its
	 * parent reaps it.
	 */
	private boolean isThere() {
		try (var line = new Socket()) {
			line.connect(new InetSocketAddress("localhost", this.postgres.getPort()), (int) LOOK.toMillis());
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean startAgain() throws InterruptedException {
		var started = triesToStart();
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		return started;
	}

	private boolean triesToStart() throws InterruptedException {
		try {
			stopOrphan(this.data, this.programs);
			// PostgreSQL writes down, beside the data, what was started and how; with the
			// same options it is started again.
			var started = Files.readString(this.data.resolve("postmaster.opts"));
			var control = Path.of(started.substring(0, started.indexOf(" \""))).resolveSibling("pg_ctl");
			return control(this.data, control, this.log, "restart");
		}
		catch (IOException | RuntimeException ex) {
			LOG.debug("Not started again", ex);
			return false;
		}
	}

	private static void makePrivate(Path folder) throws IOException {
		Files.createDirectories(folder);
		if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

	// Before anything else: what looks like an orphan may be the server of a living
	// forum.
	private static FileChannel lock(Path home) throws IOException {
		var channel = FileChannel.open(home.resolve("postgres.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			if (channel.tryLock() != null) {
				return channel;
			}
		}
		catch (OverlappingFileLockException ex) {
			LOG.debug("Locked by this very process", ex);
		}
		release(channel);
		throw new DatabaseNotStarted("Another Afterword is already running on the data in %s.".formatted(home),
				"Stop the other one first, or give this one a folder of its own with afterword.data-directory.", null);
	}

	private static void checkVersion(Path data) throws IOException {
		var file = data.resolve("PG_VERSION");
		if (!Files.exists(file)) {
			return;
		}
		var version = Files.readString(file).strip();
		if (!version.equals(MAJOR_VERSION)) {
			throw new DatabaseNotStarted(
					"The data in %s was written by PostgreSQL %s; this version brings PostgreSQL %s.".formatted(data,
							version, MAJOR_VERSION),
					"Start the earlier version once more, save its data with pg_dump, and restore it into an empty folder.",
					null);
		}
	}

	/**
	 * Stops the server of a process that was killed, which would keep the next one from
	 * starting.
	 */
	private static void stopOrphan(Path data, Path programs) throws IOException {
		var file = data.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return;
		}
		var orphan = Files.readAllLines(file)
			.stream()
			.findFirst()
			.map(String::strip)
			.filter((line) -> line.matches("[0-9]{1,9}"))
			.flatMap((line) -> ProcessHandle.of(Long.parseLong(line)))
			.filter((process) -> isServerOf(data, process));
		if (orphan.isEmpty()) {
			// Its number may belong to another program by now, which would keep the
			// server
			// from starting.
			Files.deleteIfExists(file);
			return;
		}
		LOG.info("Stopping the PostgreSQL that an earlier Afterword left behind in {}", data);
		stop(data, programs, orphan.get());
	}

	private static boolean isServerOf(Path data, ProcessHandle process) {
		var program = process.info().command().map((command) -> Path.of(command).getFileName().toString());
		var arguments = process.info().arguments();
		return program.filter((name) -> name.startsWith("postgres")).isPresent()
				&& arguments.map((all) -> Arrays.asList(all).contains(data.toString())).orElse(true);
	}

	private static void stop(Path data, Path programs, ProcessHandle orphan) throws IOException {
		var control = control(programs);
		try {
			if (control.isEmpty() || !control(data, control.get(), data.resolveSibling("postgres.log"), "stop")) {
				orphan.destroy();
			}
			orphan.onExit().get(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new DatabaseNotStarted(
					"An earlier Afterword left its PostgreSQL behind (process %d), and it does not stop."
						.formatted(orphan.pid()),
					"End that process, and start again.", ex);
		}
	}

	/**
	 * Has PostgreSQL’s own program do something with the server, and waits until it is
	 * done. To stop, it does not wait for those who are still connected.
	 */
	private static boolean control(Path data, Path control, Path log, String act)
			throws IOException, InterruptedException {
		// PostgreSQL’s programs refuse to be run by root; the server itself was started
		// in
		// the same way.
		var command = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.<String>of());
		command.addAll(List.of(control.toString(), "-D", data.toString(), "-m", "fast", "-w", "-t",
				Long.toString(LONGEST_START.toSeconds()), act));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.appendTo(log.toFile()))
			.start()
			.waitFor() == 0;
	}

	private static Optional<Path> control(Path programs) throws IOException {
		if (!Files.isDirectory(programs)) {
			return Optional.empty();
		}
		try (var files = Files.find(programs, 3,
				(file, attributes) -> file.getFileName().toString().startsWith("pg_ctl"))) {
			return files.findFirst();
		}
	}

	private static EmbeddedPostgres run(Path data, Path programs, Path log) throws IOException {
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(data)
				.setCleanDataDirectory(false)
				.setOverrideWorkingDirectory(programs.toFile())
				.setOutputRedirector(Redirect.appendTo(log.toFile()))
				.setErrorRedirector(Redirect.appendTo(log.toFile()))
				.setPGStartupWait(LONGEST_START)
				.setRegisterShutdownHook(false)
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("max_connections", "50")
				.start();
		}
		catch (IllegalStateException | IOException ex) {
			throw new DatabaseNotStarted(
					"The embedded PostgreSQL did not start on %s: %s".formatted(data, ex.getMessage()),
					"Read the end of %s. Or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.".formatted(log), ex);
		}
	}

	private static void release(@Nullable FileChannel lock) {
		try {
			if (lock != null) {
				lock.close();
			}
		}
		catch (IOException ex) {
			LOG.debug("The lock ends with the process", ex);
		}
	}

}
