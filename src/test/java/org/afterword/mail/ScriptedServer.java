package org.afterword.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers as it is told where the real one would always say yes: by
 * the beginning of what it hears. An empty answer hangs up.
 */
final class ScriptedServer implements AutoCloseable {

	private final ServerSocket door;

	private final Map<String, String> answers;

	final AtomicInteger taken = new AtomicInteger();

	ScriptedServer(Map<String, String> answers) {
		try {
			this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.answers = answers;
		Thread.ofVirtual().start(this::serve);
	}

	int port() {
		return this.door.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

	private void serve() {
		while (!this.door.isClosed()) {
			try (var caller = this.door.accept()) {
				talk(caller);
			}
			catch (IOException ex) {
				// Somebody hung up.
			}
		}
	}

	private void talk(Socket caller) throws IOException {
		var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
		say(caller, "220 scripted");
		for (var heard = in.readLine(); heard != null; heard = in.readLine()) {
			var words = heard;
			var answer = this.answers.entrySet()
				.stream()
				.filter((entry) -> words.startsWith(entry.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(heard.equals("DATA") ? "354 go on" : "250 good");
			if (answer.isEmpty()) {
				return;
			}
			say(caller, answer);
			if (answer.startsWith("354")) {
				for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
					if (line == null) {
						return;
					}
				}
				this.taken.incrementAndGet();
				say(caller, "250 taken");
			}
		}
	}

	private static void say(Socket caller, String words) throws IOException {
		caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
	}

}
