package org.afterword.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.afterword.bench.content.People;

/** The forum as browsers reach it. */
final class Site {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Pattern STYLE_SHEET = Pattern.compile("href=\"([^\"]+[.]css)\"");

	private final URI address;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	Site(URI address) {
		this.address = address;
	}

	URI at(String path) {
		return this.address.resolve(path);
	}

	boolean answers() {
		try {
			return get("/", Session.STRANGER).statusCode() == 200;
		}
		catch (IllegalStateException _) {
			return false;
		}
	}

	HttpResponse<String> get(String path, Session session) {
		return send(request(path, session), BodyHandlers.ofString());
	}

	/**
	 * Reads a page as browsers do, compressed.
	 * @throws IllegalStateException unless it is there
	 */
	byte[] compressed(String path, Session session) {
		var answer = send(request(path, session).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + " answers " + answer.statusCode());
		}
		return answer.body();
	}

	HttpResponse<String> post(String path, Session session, Map<String, String> form) {
		var body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path, session).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)), BodyHandlers.ofString());
	}

	/** The address of the style sheet, which has its version in it. */
	String styleSheet() {
		var found = STYLE_SHEET.matcher(get("/", Session.STRANGER).body());
		if (!found.find()) {
			throw new IllegalStateException("No style sheet on the front page");
		}
		return found.group(1);
	}

	/** Signs a member in by the form. */
	Session signIn(int member) {
		var door = get("/sign-in", Session.STRANGER);
		var before = Session.STRANGER.with(door);
		var answer = post("/sign-in", before,
				Map.of("name", People.handleOf(member), "password", People.PASSWORD, "_csrf", token(door)));
		if (answer.statusCode() / 100 != 3) {
			throw new IllegalStateException("Signing in answers " + answer.statusCode());
		}
		var signedIn = before.with(answer);
		var settings = get("/settings", signedIn);
		return signedIn.with(settings).with(token(settings));
	}

	private static String token(HttpResponse<String> page) {
		var found = TOKEN.matcher(page.body());
		if (!found.find()) {
			throw new IllegalStateException("No form on " + page.uri() + ", which answers " + page.statusCode());
		}
		return found.group(1);
	}

	private HttpRequest.Builder request(String path, Session session) {
		var request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(2)).header("Accept-Language", "en");
		if (!session.cookies().isEmpty()) {
			request.header("Cookie", session.cookie());
		}
		return request;
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
		try {
			return this.client.send(request.build(), as);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whoever reads.
	 *
	 * @param token what forms must carry
	 */
	record Session(Map<String, String> cookies, String token) {

		static final Session STRANGER = new Session(Map.of(), "");

		private Session with(HttpResponse<?> answer) {
			var all = new LinkedHashMap<>(this.cookies);
			for (var line : answer.headers().allValues("Set-Cookie")) {
				var name = line.substring(0, line.indexOf('='));
				all.put(name, line.substring(name.length() + 1).replaceFirst(";.*", ""));
			}
			return new Session(Map.copyOf(all), this.token);
		}

		private Session with(String newToken) {
			return new Session(this.cookies, newToken);
		}

		String cookie() {
			return this.cookies.entrySet()
				.stream()
				.map((one) -> one.getKey() + "=" + one.getValue())
				.collect(Collectors.joining("; "));
		}

	}

}
