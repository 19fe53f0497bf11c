package org.afterword.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs of the machine. */
final class Command {

	private Command() {
	}

	/**
	 * What a program prints.
	 * @throws IllegalStateException if it fails
	 */
	static String output(List<String> command) {
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getOutputStream().close();
			var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + ": " + output);
			}
			return output;
		}
		catch (IOException ex) {
			throw new IllegalStateException(command.getFirst() + " is needed: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Runs a program as an unprivileged user where we are root, as PostgreSQL demands.
	 */
	static List<String> unprivileged(List<String> command) {
		if (!System.getProperty("user.name").equals("root")) {
			return command;
		}
		var all = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
		all.addAll(command);
		return all;
	}

	static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path write(Path file, String text) {
		try {
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
