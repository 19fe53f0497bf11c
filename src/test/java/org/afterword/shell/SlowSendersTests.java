package org.afterword.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.afterword.CommittingTest;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** Hundreds who announce much and send little, to a forum with little memory. */
@CommittingTest
class SlowSendersTests {

	private static final int MANY = 300;

	private static final BlockingQueue<String> SAID = new LinkedBlockingQueue<>();

	private static @Nullable Process process;

	private static int port;

	@Autowired
	Members members;

	@BeforeAll
	static void aSmallForumOpens(@Autowired Environment forum) throws Exception {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var builder = new ProcessBuilder(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED", SecondNode.class.getName());
		builder.environment()
			.putAll(Map.of("CLASSPATH", System.getProperty("java.class.path"), "SERVER_PORT", "0", "SERVER_ADDRESS",
					"127.0.0.1", "MANAGEMENT_SERVER_PORT", "0", "JOBS_ENABLED", "false", "SPRING_MAIN_BANNER_MODE",
					"off", "SPRING_DATASOURCE_URL", forum.getRequiredProperty("spring.datasource.url"),
					"SPRING_DATASOURCE_USERNAME", forum.getRequiredProperty("spring.datasource.username"),
					"SPRING_DATASOURCE_PASSWORD", forum.getRequiredProperty("spring.datasource.password")));
		process = builder.redirectErrorStream(true).start();
		Thread.ofPlatform().daemon().start(() -> listen(process));
		port = Integer.parseInt(heard("open at "));
	}

	@AfterAll
	static void itCloses() throws InterruptedException {
		if (process != null) {
			process.destroy();
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
	}

	@Test
	void theMemoryStaysFreeEverybodyElseIsServedAndTheyAreCut() throws Exception {
		this.members.join(Newcomers.called("tala"));
		new Wire(port).signIn("tala", Newcomers.PASSWORD);
		new Wire(port).get("/");
		var before = megabytes();
		var slow = new ArrayList<Socket>();
		try {
			for (var i = 0; i < MANY; i++) {
				var length = (i % 4 == 0) ? "Transfer-Encoding: chunked"
						: "Content-Length: " + ((i % 2 == 0) ? 16_000_000 : 600_000);
				slow.add(new Wire(port).begin("POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + length
						+ "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
						+ ((i % 4 == 0) ? "5\r\nname=\r\n" : "name=")));
			}
			trickle(slow);
			assertThat(megabytes() - before).as("megabytes taken").isLessThan(48);
			var since = System.nanoTime();
			assertThat(new Wire(port).get("/")).startsWith("HTTP/1.1 200");
			new Wire(port).signIn("tala", Newcomers.PASSWORD);
			assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
			for (var i = 0; i < 45 && !slow.stream().allMatch(SlowSendersTests::isCut); i++) {
				trickle(slow);
				Thread.sleep(1_000);
			}
			assertThat(slow.stream().filter((one) -> !isCut(one)).count()).as("still there").isZero();
		}
		finally {
			for (var one : slow) {
				one.close();
			}
		}
	}

	@Test
	void whatManySendAtOnceDoesNotFillTheMemory() throws Exception {
		new Wire(port).get("/");
		var body = "name=" + "x".repeat(590_000);
		var many = new ArrayList<Socket>();
		try {
			for (var i = 0; i < MANY; i++) {
				var socket = new Wire(port).begin("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 600000"
						+ "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n");
				many.add(socket);
				Thread.startVirtualThread(() -> {
					try {
						socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
					}
					catch (IOException ex) {
						// Refused.
					}
				});
			}
			Thread.sleep(3_000);
			assertThat(new Wire(port).get("/")).startsWith("HTTP/1.1 200");
			assertThat(new Wire(port).post("/sign-in", new Wire(port).form("name", "x", "password", "y")))
				.startsWith("HTTP/1.1 422");
			assertThat(megabytes()).as("megabytes used").isLessThan(200);
		}
		finally {
			for (var one : many) {
				one.close();
			}
		}
	}

	private static void trickle(List<Socket> slow) {
		for (var one : slow) {
			try {
				one.getOutputStream().write("1\r\nx\r\n".getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				// Cut already.
			}
		}
	}

	/** Whether the server has ended it. */
	private static boolean isCut(Socket socket) {
		try {
			socket.setSoTimeout(1);
			while (socket.getInputStream().read() >= 0) {
				// What it says before.
			}
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private static int megabytes() throws Exception {
		if (process == null) {
			throw new IllegalStateException("There is no forum");
		}
		var to = process.outputWriter(StandardCharsets.UTF_8);
		to.write("heap\n");
		to.flush();
		return Integer.parseInt(heard("megabytes "));
	}

	private static void listen(Process process) {
		try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			lines.lines().forEach((line) -> {
				if (line.startsWith(SecondNode.SAYS)) {
					SAID.add(line);
				}
				else {
					System.out.println("(small forum) " + line);
				}
			});
		}
		catch (IOException | java.io.UncheckedIOException ex) {
			// It has ended.
		}
	}

	/** Waits for a line that begins so, and gives its rest. */
	private static String heard(String words) throws InterruptedException {
		while (true) {
			var line = SAID.poll(120, TimeUnit.SECONDS);
			assertThat(line).as("what the small forum says").isNotNull();
			if (line.startsWith(SecondNode.SAYS + words)) {
				return line.substring((SecondNode.SAYS + words).length());
			}
		}
	}

}
