package org.afterword.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the packaged forum on a real PostgreSQL, and prints what came of it in
 * Markdown. docs/performance.md says how to run it.
 */
public final class Bench {

	private Bench() {
	}

	public static void main(String[] arguments) throws SQLException, IOException {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		var options = new Options(arguments);
		var report = switch (options.command()) {
			case "speed" -> speed(options);
			case "size" -> sizes(options);
			case "fill" -> fill(options);
			default -> throw new IllegalArgumentException("speed, size or fill, not " + options.command());
		};
		var text = machine() + "\n\n" + report;
		System.out.println(text);
		Command.write(options.home().resolve(options.command() + ".md"), text);
	}

	private static String speed(Options options) throws SQLException, IOException {
		if (options.database() != null) {
			var given = new Database(options.database(), options.user(), options.password(), null);
			given.fill("small");
			return new Speed(options, given).run();
		}
		try (var postgres = new Postgres(options.home())) {
			return new Speed(options, postgres.of("small", !options.keep())).run();
		}
	}

	private static String sizes(Options options) throws SQLException, IOException {
		var sizes = new Sizes(options);
		try (var postgres = new Postgres(options.home())) {
			for (var size : options.sizes()) {
				sizes.measure(size, postgres.of(size, false));
			}
		}
		return sizes.report();
	}

	private static String fill(Options options) throws SQLException, IOException {
		try (var postgres = new Postgres(options.home())) {
			for (var size : options.sizes()) {
				postgres.of(size, false);
			}
		}
		return "";
	}

	private static String machine() {
		var memory = Command.output(List.of("sh", "-c", "grep MemTotal /proc/meminfo")).replaceAll("\\D", "");
		return "%s: %d processors, %d GB of memory, Java %s.".formatted(LocalDate.now(java.time.ZoneOffset.UTC),
				Runtime.getRuntime().availableProcessors(), Math.round(Long.parseLong(memory) / 1048576.0),
				Runtime.version());
	}

}
