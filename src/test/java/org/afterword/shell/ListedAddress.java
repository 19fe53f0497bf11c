package org.afterword.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One line of docs/permissions.md: method, address, fields of its form, and what each
 * kind of person is answered.
 */
record ListedAddress(String method, String address, String form, String line) {

	private static final Pattern LINE = Pattern
		.compile("(?m)^[|] (GET|POST|DELETE) [|] `([^`]+)` [|] (?:`([^`]+)`)? [|].*$");

	static List<ListedAddress> all() {
		return LINE.matcher(page())
			.results()
			.map((line) -> new ListedAddress(line.group(1), line.group(2),
					Objects.requireNonNullElse(line.group(3), ""), line.group()))
			.toList();
	}

	String[] fields() {
		var method = this.method.equals("POST") ? "" : "&_method=" + this.method;
		return UriComponentsBuilder.fromUriString("?" + this.form + method)
			.build()
			.getQueryParams()
			.entrySet()
			.stream()
			.flatMap((field) -> field.getValue().stream().flatMap((value) -> Stream.of(field.getKey(), value)))
			.toArray(String[]::new);
	}

	/** The same line, with these answers. */
	String answered(List<String> answers) {
		return "| %s | `%s` | %s | %s |".formatted(this.method, this.address,
				this.form.isEmpty() ? "" : "`" + this.form + "`", String.join(" | ", answers));
	}

	/** What each of {@link ListedPeople} is answered. */
	List<String> answers() {
		return Arrays.stream(this.line.split("\\|")).map(String::strip).skip(4).toList();
	}

	static String page() {
		try {
			return Files.readString(Path.of("docs/permissions.md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What answers at an address; its query and the fields of a form may decide.
	 * @throws IllegalStateException where nothing does
	 */
	static Method handler(RequestMappingHandlerMapping mappings, String method, String path, String... fields) {
		var address = UriComponentsBuilder.fromUri(URI.create(path)).build();
		var request = new MockHttpServletRequest(method, address.getPath());
		address.getQueryParams().forEach((name, values) -> request.setParameter(name, values.toArray(String[]::new)));
		for (var i = 0; i < fields.length; i += 2) {
			request.addParameter(fields[i], fields[i + 1]);
		}
		ServletRequestPathUtils.parseAndCache(request);
		try {
			var chain = Objects.requireNonNull(mappings.getHandler(request));
			return ((HandlerMethod) chain.getHandler()).getMethod();
		}
		catch (Exception ex) {
			throw new IllegalStateException(method + " " + path, ex);
		}
	}

}
