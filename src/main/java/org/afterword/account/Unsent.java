package org.afterword.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A form that was sent and could not be accepted, because nobody was signed in any more.
 * The pages on the way carry it in hidden fields, so that strangers need no session.
 *
 * @param path it was sent to
 * @param fields as they were typed
 */
public record Unsent(String path, Map<String, List<String>> fields) {

	/**
	 * How much of a form is carried, in characters: what a draft may have, and its ticks.
	 */
	private static final int LONGEST = 300_000;

	private static final int MOST = 3_000;

	private static final String CARRIED = "unsent.";

	private static final String PATH = "unsent-path";

	/** Fields with words; a form without them is not worth carrying. */
	private static final List<String> TYPED = List.of("body", "reason", "email", "name");

	private static final Set<String> NOT_TYPED = Set.of("_csrf", "_method");

	/** A field that carries one value on. */
	public record Field(String name, String value) {
	}

	/** The form that a page carried here, if it carried one. */
	public static Optional<Unsent> carriedBy(HttpServletRequest request) {
		var path = request.getParameter(PATH);
		if (path == null) {
			return Optional.empty();
		}
		var fields = new LinkedHashMap<String, List<String>>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(CARRIED)) {
				fields.put(name.substring(CARRIED.length()), List.of(values));
			}
		});
		return new Unsent(LocalPath.of(path).value(), fields).ifCarriable();
	}

	/** The form that this request sends. */
	static Optional<Unsent> sentBy(HttpServletRequest request) {
		var fields = new LinkedHashMap<String, List<String>>();
		request.getParameterMap().forEach((name, values) -> {
			if (!NOT_TYPED.contains(name)) {
				fields.put(name, List.of(values));
			}
		});
		return new Unsent(request.getRequestURI().substring(request.getContextPath().length()), fields).ifCarriable();
	}

	/** Whether a browser says that a page of ours sent this. */
	static boolean isOurs(HttpServletRequest request) {
		var site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin");
		}
		var origin = request.getHeader(HttpHeaders.ORIGIN);
		return isHere((origin != null) ? origin : request.getHeader(HttpHeaders.REFERER), request);
	}

	/** The hidden fields that carry it. */
	public List<Field> hidden() {
		var hidden = new ArrayList<Field>();
		hidden.add(new Field(PATH, this.path));
		this.fields.forEach((name, values) -> values.forEach((value) -> hidden.add(new Field(CARRIED + name, value))));
		return hidden;
	}

	/** The first value of a field; empty where it has none. */
	public String field(String name) {
		var values = this.fields.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.getFirst();
	}

	/** The words that somebody typed into it, for them to know it by. */
	public String typed() {
		return TYPED.stream().map(this::field).filter((words) -> !words.isBlank()).findFirst().orElse("");
	}

	private Optional<Unsent> ifCarriable() {
		var values = this.fields.values().stream().mapToInt(List::size).sum();
		var signs = this.fields.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
		return (values <= MOST && signs <= LONGEST && !typed().isBlank()) ? Optional.of(this) : Optional.empty();
	}

	private static boolean isHere(@Nullable String address, HttpServletRequest request) {
		try {
			if (address == null) {
				return false;
			}
			var uri = new URI(address);
			var port = (uri.getPort() != -1) ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
			return request.getServerName().equalsIgnoreCase(uri.getHost()) && port == request.getServerPort();
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
