package org.afterword.shell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.afterword.CommittingTest;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What requests say of themselves, sent letter by letter as a client may write them. */
@CommittingTest
class BehindAProxyTests {

	@Autowired
	Members members;

	@LocalServerPort
	int port;

	@Test
	void behindTlsEveryCookieIsSecureAndNoScriptReadsIt() throws IOException {
		this.members.join(Newcomers.called("tala"));
		var form = ask("GET /sign-in", "X-Forwarded-Proto: https");
		var cookies = signIn(form, "X-Forwarded-Proto: https");
		assertThat(cookies).extracting((cookie) -> cookie.substring(0, cookie.indexOf('=')))
			.contains("__Host-session", "__Host-remembered", "__Host-csrf")
			.allMatch((name) -> name.startsWith("__Host-"));
		assertThat(cookies).allSatisfy((cookie) -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax")
			.doesNotContain("Domain="));
	}

	@Test
	void aCookieThatANeighbourCouldHavePlantedIsNotRead() throws IOException {
		var form = ask("GET /sign-in", "X-Forwarded-Proto: https");
		assertThat(send("name=x&password=guess", form, "X-Forwarded-Proto: https")).startsWith("HTTP/1.1 422");
		assertThat(send("name=x&password=guess", form.replace("__Host-csrf", "csrf"), "X-Forwarded-Proto: https"))
			.startsWith("HTTP/1.1 403");
	}

	@Test
	void withoutTlsCookiesWorkAllTheSame() throws IOException {
		this.members.join(Newcomers.called("tala"));
		assertThat(signIn(ask("GET /sign-in"))).hasSizeGreaterThan(2)
			.allSatisfy((cookie) -> assertThat(cookie).as("256 random bits").matches("\\w+=[\\w-]{43,};.*"))
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: evil.example", "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example",
			"X-Forwarded-Proto: javascript", "X-Forwarded-Port: 666", "X-Forwarded-Prefix: //evil.example",
			"X-Original-URL: //evil.example", "Referer: http://evil.example/settings" })
	void noHeaderLeadsElsewhere(String header) throws IOException {
		var door = ask("GET /settings", header);
		assertThat(door.lines()).contains("Location: /sign-in?to=%2Fsettings");
		var page = ask("GET /sign-in?to=/settings", header);
		assertThat(page).startsWith("HTTP/1.1 200").doesNotContain("evil.example", "javascript:", ":666");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/..", "/%2f%2fevil.example", "/;//evil.example", "/\\\\evil.example",
			"http://evil.example/" })
	void noAddressLeadsElsewhere(String address) throws IOException {
		var answer = ask("GET " + address);
		assertThat(answer.lines().filter((line) -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:")))
			.noneMatch((line) -> line.contains("evil"));
	}

	@Test
	void whoeverClaimsToComeFromManyPlacesComesFromTheOneTheProxySaw() throws IOException {
		var last = "";
		for (var i = 0; i < 105; i++) {
			last = send("name=nobody" + i + "&password=guess", ask0(),
					"X-Forwarded-For: 198.51.100." + i + ", 203.0.113.9");
		}
		assertThat(last).startsWith("HTTP/1.1 429").containsPattern("Retry-After: [1-9]");
		assertThat(send("name=nobody&password=guess", ask0(), "X-Forwarded-For: 203.0.113.10"))
			.startsWith("HTTP/1.1 422");
	}

	private String form = "";

	/** One form is good for many tries. */
	private String ask0() throws IOException {
		if (this.form.isEmpty()) {
			this.form = ask("GET /sign-in");
		}
		return this.form;
	}

	private List<String> signIn(String form, String... headers) throws IOException {
		var answer = send("name=tala&remember=on&password=" + Newcomers.PASSWORD.replace(' ', '+'), form, headers);
		assertThat(answer).startsWith("HTTP/1.1 303");
		return java.util.stream.Stream.of(form, answer)
			.flatMap(String::lines)
			.filter((line) -> line.startsWith("Set-Cookie: ") && !line.contains("=;"))
			.map((line) -> line.substring(12))
			.toList();
	}

	private String send(String fields, String form, String... headers) throws IOException {
		var token = form.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		var cookie = form.replaceFirst("(?s).*Set-Cookie: ((?:__Host-)?csrf=[^;]+).*", "$1");
		var body = fields + "&_csrf=" + token;
		var more = new java.util.ArrayList<>(List.of(headers));
		more.addAll(List.of("Cookie: " + cookie, "Content-Type: application/x-www-form-urlencoded",
				"Content-Length: " + body.length()));
		return exchange("POST /sign-in", body, more);
	}

	private String ask(String what, String... headers) throws IOException {
		return exchange(what, "", List.of(headers));
	}

	private String exchange(String what, String body, List<String> headers) throws IOException {
		var host = headers.stream().anyMatch((header) -> header.startsWith("Host:")) ? "" : "Host: localhost\r\n";
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			var head = headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
			socket.getOutputStream()
				.write((what + " HTTP/1.1\r\n" + host + head + "Accept: text/html\r\nConnection: close\r\n\r\n" + body)
					.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
