package org.afterword.shell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client that writes to a forum’s port byte by byte, and keeps its cookies. */
final class Wire {

	private static final String TOKEN = "a-token-of-a-test";

	private final int port;

	private final Map<String, String> cookies = new LinkedHashMap<>(Map.of("csrf", TOKEN));

	Wire(int port) {
		this.port = port;
	}

	/** Fields as a form sends them, with its token. */
	String form(String... namesAndValues) {
		var form = new StringBuilder("_csrf=").append(token());
		for (var i = 0; i < namesAndValues.length; i += 2) {
			form.append('&')
				.append(namesAndValues[i])
				.append('=')
				.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
		}
		return form.toString();
	}

	/** Sends a form; gives the whole answer. */
	String post(String address, String form, String... headers) throws IOException {
		var all = new ArrayList<>(Arrays.asList(headers));
		if (all.stream().noneMatch((one) -> one.startsWith("Content-Type:"))) {
			all.add("Content-Type: application/x-www-form-urlencoded");
		}
		if (all.stream().noneMatch((one) -> one.startsWith("Transfer-Encoding:"))) {
			all.add("Content-Length: " + form.getBytes(StandardCharsets.UTF_8).length);
		}
		return exchange("POST " + address, form, all);
	}

	String get(String address, String... headers) throws IOException {
		return exchange("GET " + address, "", List.of(headers));
	}

	/** Signs in, and keeps the cookies. */
	void signIn(String name, String password) throws IOException {
		var answer = post("/sign-in", form("name", name, "password", password));
		if (!answer.startsWith("HTTP/1.1 303")) {
			throw new AssertionError("Not signed in: " + answer);
		}
	}

	/** A connection on which this was written, and on which more may follow. */
	Socket begin(String head) throws IOException {
		var socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
		return socket;
	}

	Map<String, String> cookies() {
		return this.cookies;
	}

	private String exchange(String what, String body, List<String> headers) throws IOException {
		var head = new StringBuilder(what).append(" HTTP/1.1\r\nAccept: text/html\r\nConnection: close\r\n");
		if (headers.stream().noneMatch((one) -> one.startsWith("Host:"))) {
			head.append("Host: localhost\r\n");
		}
		if (headers.stream().noneMatch((one) -> one.startsWith("Cookie:"))) {
			head.append("Cookie: ")
				.append(this.cookies.entrySet()
					.stream()
					.map((one) -> one.getKey() + "=" + one.getValue())
					.collect(Collectors.joining("; ")))
				.append("\r\n");
		}
		headers.forEach((one) -> head.append(one).append("\r\n"));
		try (var socket = begin(head + "\r\n")) {
			socket.setSoTimeout(60_000);
			try {
				socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				// Refused before it was sent; the answer says why.
			}
			var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			answer.lines()
				.takeWhile((line) -> !line.isEmpty())
				.filter((line) -> line.startsWith("Set-Cookie: "))
				.map((line) -> line.substring(12).split(";", 2)[0].split("=", 2))
				.forEach((pair) -> this.cookies.put(pair[0], pair[1]));
			return answer;
		}
	}

	/** Masked as pages do. */
	private String token() {
		var token = this.cookies.getOrDefault("csrf", TOKEN).getBytes(StandardCharsets.UTF_8);
		var masked = new byte[2 * token.length];
		System.arraycopy(token, 0, masked, token.length, token.length);
		return Base64.getUrlEncoder().encodeToString(masked);
	}

}
