package org.afterword.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

import org.afterword.CommittingTest;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how long a wrong password takes, for names that somebody has and names that
 * nobody has. No test, because a busy machine would fail it: run it by its name, with
 * {@code mvn test -Dtest=SignInTimings -Dafterword.passwords=real}, on a quiet one.
 */
@CommittingTest
class SignInTimings {

	private static final int TIMES = 200;

	private static final int BEFORE = 40;

	private static final List<String> NAMES = List.of("tala", "tala@example.org", "nobody", "nobody@example.org",
			"biko");

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	@LocalServerPort
	int port;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private String token = "";

	@Test
	void howLongAWrongPasswordTakes() throws Exception {
		this.members.join(Newcomers.called("tala"));
		// Came in some other way, and has none.
		this.members.join(Newcomers.called("biko"));
		this.sql.sql("update member set password_hash = null where handle = 'biko'").update();
		this.token = Jsoup
			.parse(this.client.send(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofString()).body())
			.select("[name=_csrf]")
			.attr("value");
		var times = new LinkedHashMap<String, List<Long>>();
		NAMES.forEach((name) -> times.put(name, new ArrayList<>()));
		for (var i = -BEFORE; i < TIMES; i++) {
			var names = new ArrayList<>(NAMES);
			Collections.shuffle(names);
			for (var name : names) {
				this.sql.sql("delete from rate_limit").update();
				var start = System.nanoTime();
				guess(name);
				if (i >= 0) {
					times.get(name).add(System.nanoTime() - start);
				}
			}
		}
		var known = median(times.get("tala"));
		times.forEach((name, each) -> System.out.printf("%-20s %7.2f ms, %6.3f of a member’s%n", name,
				median(each) / 1e6, median(each) / known));
	}

	private void guess(String name) throws IOException, InterruptedException {
		var fields = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password=wrong+seeds&_csrf="
				+ this.token;
		var answer = this.client.send(HttpRequest.newBuilder(address())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(fields))
			.build(), BodyHandlers.discarding());
		assertThat(answer.statusCode()).isEqualTo(422);
	}

	private URI address() {
		return URI.create("http://localhost:" + this.port + "/sign-in");
	}

	private static double median(List<Long> times) {
		var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
		return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElseThrow();
	}

}
