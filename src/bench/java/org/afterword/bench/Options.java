package org.afterword.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What was asked for on the command line: words, and options as {@code --name=value}. */
final class Options {

	private final List<String> words = new ArrayList<>();

	private final Map<String, String> values = new HashMap<>();

	Options(String... arguments) {
		for (var argument : arguments) {
			if (argument.startsWith("--")) {
				var split = argument.indexOf('=');
				this.values.put(argument.substring(2, (split < 0) ? argument.length() : split),
						(split < 0) ? "" : argument.substring(split + 1));
			}
			else {
				this.words.add(argument);
			}
		}
	}

	String command() {
		return this.words.isEmpty() ? "speed" : this.words.getFirst();
	}

	List<String> sizes() {
		return (this.words.size() < 2) ? List.of("10000", "1000000") : this.words.subList(1, this.words.size());
	}

	/**
	 * Where databases and logs are kept; whoever runs PostgreSQL must be able to reach
	 * it.
	 */
	Path home() {
		var home = Path.of(this.values.getOrDefault("home", "/var/tmp/afterword-bench"));
		try {
			return Files.createDirectories(home);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	Path jar() {
		return Path.of(this.values.getOrDefault("jar", ""));
	}

	/** For how long each page is read. */
	int seconds() {
		return Integer.parseInt(this.values.getOrDefault("seconds", "10"));
	}

	/** Whether the small forum is used as an earlier run left it, with its replies. */
	boolean keep() {
		return this.values.containsKey("keep");
	}

	/** How often each page is read for its median, and as often before. */
	int reads() {
		return Integer.parseInt(this.values.getOrDefault("reads", "30"));
	}

	/** Options of the forum’s JVM. */
	List<String> java() {
		var given = this.values.getOrDefault("java", "");
		return given.isBlank() ? List.of() : List.of(given.split(" "));
	}

	/** A database on another server, instead of a server that is started here. */
	@Nullable String database() {
		return this.values.get("database");
	}

	String user() {
		return this.values.getOrDefault("user", "afterword");
	}

	String password() {
		return this.values.getOrDefault("password", "");
	}

}
