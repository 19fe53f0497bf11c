package org.afterword.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.afterword.CommittingTest;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.site.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Two forums on one database, each in a process of its own. */
@CommittingTest
class TwoNodesTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final BlockingQueue<String> SAID = new LinkedBlockingQueue<>();

	private static @Nullable Process process;

	private static String other = "";

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@Autowired
	Members members;

	@Autowired
	Emails emails;

	@Autowired
	Settings settings;

	@Autowired
	DataSource database;

	@Autowired
	JdbcClient sql;

	private String one = "";

	private MemberId tala = new MemberId(0);

	@BeforeAll
	static void theSecondOpens(@Autowired Environment forum) throws Exception {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var builder = new ProcessBuilder(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED", SecondNode.class.getName());
		builder.environment()
			.putAll(Map.of("CLASSPATH", System.getProperty("java.class.path"), "SERVER_PORT", "0", "SERVER_ADDRESS",
					"127.0.0.1", "MANAGEMENT_SERVER_PORT", "0", "JOBS_ENABLED", "false", "SPRING_MAIN_BANNER_MODE",
					"off", "SPRING_DATASOURCE_URL", forum.getRequiredProperty("spring.datasource.url"),
					"SPRING_DATASOURCE_USERNAME", forum.getRequiredProperty("spring.datasource.username"),
					"SPRING_DATASOURCE_PASSWORD", forum.getRequiredProperty("spring.datasource.password")));
		process = builder.redirectErrorStream(true).start();
		Thread.ofPlatform().daemon().start(() -> listen(process));
		other = "http://localhost:" + heard("open at ");
	}

	@AfterAll
	static void theSecondCloses() throws InterruptedException {
		if (process != null) {
			process.destroy();
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
	}

	@BeforeEach
	void talaJoins() {
		this.one = "http://localhost:" + this.port;
		this.tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(this.tala, new Email("tala@example.org"));
	}

	@Test
	void whoComesInOnOneIsInOnBothAndOutOnBoth() throws Exception {
		var telephone = new Cookies();
		var desk = new Cookies();
		signIn(this.one, telephone, "remember", "on");
		signIn(other, desk);
		for (var node : List.of(this.one, other)) {
			assertThat(get(node, "/settings", telephone).statusCode()).isEqualTo(200);
			assertThat(get(node, "/settings", desk).statusCode()).isEqualTo(200);
		}
		telephone.drop("session");
		assertThat(get(other, "/settings", telephone).statusCode()).isEqualTo(200);
		assertThat(post(this.one, "/settings/sessions", telephone, "_method", "delete").statusCode()).isEqualTo(303);
		assertThat(get(other, "/settings", desk).statusCode()).isEqualTo(303);
		assertThat(get(other, "/settings", telephone).statusCode()).isEqualTo(200);
	}

	@Test
	void whomAnAdministratorSignsOutIsOutOnBoth() throws Exception {
		this.members.first(Newcomers.called("amina"));
		var telephone = new Cookies();
		signIn(other, telephone, "remember", "on");
		var amina = new Cookies();
		assertThat(post(this.one, "/sign-in", amina, "name", "amina", "password", Newcomers.PASSWORD).statusCode())
			.isEqualTo(303);
		var done = post(this.one, "/members/tala/access/sessions", amina, "_method", "delete", "reason", "Stolen");
		assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
		assertThat(get(other, "/settings", telephone).statusCode()).isEqualTo(303);
		telephone.drop("session");
		assertThat(get(other, "/settings", telephone).statusCode()).isEqualTo(303);
	}

	@Test
	void whatWasTriedTooOftenOnOneIsTriedTooOftenOnTheOther() throws Exception {
		for (var i = 0; i < 10; i++) {
			var node = (i % 2 == 0) ? this.one : other;
			assertThat(post(node, "/sign-in", new Cookies(), "name", "tala", "password", "guess " + i).statusCode())
				.isEqualTo(422);
		}
		for (var node : List.of(other, this.one)) {
			assertThat(
					post(node, "/sign-in", new Cookies(), "name", "tala", "password", Newcomers.PASSWORD).statusCode())
				.isEqualTo(429);
		}
	}

	@Test
	void aKeyThatWasUsedOnOneOpensNothingOnTheOther() throws Exception {
		post(this.one, "/sign-in", new Cookies(), "name", "tala", "link", "on");
		var key = this.sql.sql("select plain from mail_outbox")
			.query(String.class)
			.single()
			.replaceAll("(?s).*/sign-in/link\\?key=(\\S+).*", "$1");
		assertThat(get(other, "/sign-in/link?key=" + key, new Cookies()).statusCode()).isEqualTo(200);
		assertThat(post(this.one, "/sign-in/link", new Cookies(), "key", key).statusCode()).isEqualTo(303);
		assertThat(get(other, "/sign-in/link?key=" + key, new Cookies()).statusCode()).isEqualTo(410);
		assertThat(post(other, "/sign-in/link", new Cookies(), "key", key).statusCode()).isEqualTo(410);
	}

	/** One of three times, because a busy machine is late at times. */
	@Test
	void whatIsSettledOnOneCountsOnTheOtherWithinTwoSeconds() throws Exception {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		var quickest = Long.MAX_VALUE;
		for (var time = 0; time < 3; time++) {
			var name = "Reed Beds " + time;
			this.settings.set("site.name", name, amina);
			var since = System.nanoTime();
			while (!get(other, "/privacy", new Cookies()).body().contains(name)) {
				assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(PATIENCE);
				Thread.sleep(50);
			}
			quickest = Math.min(quickest, System.nanoTime() - since);
		}
		assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void aJobRunsOnOneOfThem() throws Exception {
		var rung = new AtomicInteger();
		var jobs = new Jobs().scheduler(this.database, List.of(SecondNode.bell(rung::incrementAndGet)),
				Clock.systemUTC());
		try {
			tell("ring");
			heard("begins");
			jobs.start();
			var since = System.nanoTime();
			while (!hasRung() && System.nanoTime() - since < PATIENCE.toNanos()) {
				Thread.sleep(50);
			}
			// Long enough for the other to ask for work, too.
			jobs.triggerCheckForDueExecutions();
			Thread.sleep(1_000);
			tell("are you there?");
			var there = IntStream.range(0, 100)
				.mapToObj((any) -> next())
				.takeWhile((line) -> !line.endsWith("still here"))
				.filter((line) -> line.endsWith("rang"))
				.count();
			assertThat(rung.get() + there).isOne();
		}
		finally {
			jobs.stop();
		}
	}

	private boolean hasRung() {
		return this.sql
			.sql("select exists (select from scheduled_tasks where task_name = 'bell' and last_success is not null)")
			.query(Boolean.class)
			.single();
	}

	private void signIn(String node, Cookies who, String... more) throws Exception {
		var fields = new java.util.ArrayList<>(List.of("name", "tala", "password", Newcomers.PASSWORD));
		fields.addAll(List.of(more));
		assertThat(post(node, "/sign-in", who, fields.toArray(String[]::new)).statusCode()).isEqualTo(303);
	}

	private HttpResponse<String> get(String node, String address, Cookies who) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(node + address)), who);
	}

	private HttpResponse<String> post(String node, String address, Cookies who, String... namesAndValues)
			throws Exception {
		var form = new StringBuilder("_csrf=" + who.token());
		for (var i = 0; i < namesAndValues.length; i += 2) {
			form.append('&')
				.append(namesAndValues[i])
				.append('=')
				.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
		}
		return send(HttpRequest.newBuilder(URI.create(node + address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form.toString())), who);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, Cookies who) throws Exception {
		var answer = this.http.send(request.header("Cookie", who.header()).build(), BodyHandlers.ofString());
		answer.headers().allValues("Set-Cookie").forEach(who::keep);
		return answer;
	}

	private static void tell(String line) throws IOException {
		if (process == null) {
			throw new IllegalStateException("There is no second node");
		}
		var to = process.outputWriter(StandardCharsets.UTF_8);
		to.write(line + "\n");
		to.flush();
	}

	private static void listen(Process process) {
		try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			lines.lines().forEach((line) -> {
				if (line.startsWith(SecondNode.SAYS)) {
					SAID.add(line);
				}
				else {
					System.out.println("(second node) " + line);
				}
			});
		}
		catch (IOException | java.io.UncheckedIOException ex) {
			// It has ended.
		}
	}

	/** Waits for a line that begins so, and gives its rest. */
	private static String heard(String words) {
		var line = next();
		while (!line.startsWith(SecondNode.SAYS + words)) {
			line = next();
		}
		return line.substring((SecondNode.SAYS + words).length());
	}

	private static String next() {
		try {
			var line = SAID.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			assertThat(line).as("what the second node says").isNotNull();
			return line;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What one browser keeps, whichever node gave it. */
	private static final class Cookies {

		private final Map<String, String> kept = new LinkedHashMap<>(Map.of("csrf", UUID.randomUUID().toString()));

		/** Masked as pages do. */
		String token() {
			var token = this.kept.computeIfAbsent("csrf", (any) -> UUID.randomUUID().toString())
				.getBytes(StandardCharsets.UTF_8);
			var masked = new byte[2 * token.length];
			System.arraycopy(token, 0, masked, token.length, token.length);
			return Base64.getUrlEncoder().encodeToString(masked);
		}

		void drop(String name) {
			this.kept.remove(name);
		}

		void keep(String cookie) {
			var pair = cookie.split(";", 2)[0].split("=", 2);
			if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
				this.kept.remove(pair[0]);
			}
			else {
				this.kept.put(pair[0], pair[1]);
			}
		}

		String header() {
			return this.kept.entrySet()
				.stream()
				.map((one) -> one.getKey() + "=" + one.getValue())
				.collect(Collectors.joining("; "));
		}

	}

}
