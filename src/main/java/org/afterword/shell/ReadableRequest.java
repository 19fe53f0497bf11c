package org.afterword.shell;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request without NUL characters in its fields: nobody types them, and PostgreSQL
 * cannot store them in text.
 */
final class ReadableRequest extends HttpServletRequestWrapper {

	private static final String NUL = "\0";

	private final Map<String, String[]> fields;

	private ReadableRequest(HttpServletRequest request, Map<String, String[]> fields) {
		super(request);
		this.fields = Collections.unmodifiableMap(fields);
	}

	/**
	 * Reads the fields of a request.
	 * @throws RuntimeException of the server’s own, where they cannot be read
	 */
	static HttpServletRequest of(HttpServletRequest request) {
		var fields = request.getParameterMap();
		return hasNul(fields) ? of(request, fields) : request;
	}

	/** The request with these fields. */
	static HttpServletRequest of(HttpServletRequest request, Map<String, String[]> fields) {
		if (!hasNul(fields)) {
			return new ReadableRequest(request, fields);
		}
		var clean = new LinkedHashMap<String, String[]>();
		fields.forEach((name, values) -> clean.put(name,
				Arrays.stream(values)
					.map((value) -> hasNul(value) ? value.replace(NUL, "") : value)
					.toArray(String[]::new)));
		return new ReadableRequest(request, clean);
	}

	private static boolean hasNul(Map<String, String[]> fields) {
		return fields.values().stream().flatMap(Arrays::stream).anyMatch(ReadableRequest::hasNul);
	}

	/** A field may stand there without a value. */
	private static boolean hasNul(@Nullable String value) {
		return value != null && value.contains(NUL);
	}

	@Override
	public @Nullable String getParameter(String name) {
		var values = this.fields.get(name);
		return (values != null && values.length > 0) ? values[0] : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.fields;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.fields.keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.fields.get(name);
	}

}
