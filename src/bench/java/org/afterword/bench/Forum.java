package org.afterword.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged forum at work on a database, for as long as this is open. */
final class Forum implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofMinutes(10);

	private final int port = Command.freePort();

	private final Process process;

	private final Site site;

	private final Duration start;

	Forum(Options options, Database database) throws IOException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(options.java());
		command.addAll(List.of("-jar", options.jar().toAbsolutePath().toString()));
		var builder = new ProcessBuilder(command).directory(options.home().toFile())
			.redirectErrorStream(true)
			.redirectOutput(options.home().resolve("forum.log").toFile());
		var environment = builder.environment();
		environment.put("SPRING_DATASOURCE_URL", database.url());
		environment.put("SPRING_DATASOURCE_USERNAME", database.user());
		environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
		environment.put("SERVER_PORT", Integer.toString(this.port));
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(Command.freePort()));
		environment.put("SITE_ADDRESS", "http://127.0.0.1:" + this.port);
		var began = Instant.now();
		this.process = builder.start();
		this.site = new Site(URI.create("http://127.0.0.1:" + this.port));
		Runtime.getRuntime().addShutdownHook(new Thread(this.process::destroyForcibly));
		awaitStart(began);
		this.start = Duration.between(began, Instant.now());
	}

	private void awaitStart(Instant began) {
		while (!this.site.answers()) {
			if (!this.process.isAlive() || Instant.now().isAfter(began.plus(LONGEST_START))) {
				throw new IllegalStateException("The forum did not start; see forum.log");
			}
			sleep(Duration.ofMillis(100));
		}
	}

	static void sleep(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Site site() {
		return this.site;
	}

	/** How long it took until the first page came. */
	Duration start() {
		return this.start;
	}

	Processes processes() {
		return new Processes(this.process.pid());
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
