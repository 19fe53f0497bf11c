package org.afterword.ready;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Holds a page back while it is written, if it may be kept: that is known when its first
 * byte is written. Everything else passes through.
 */
class Recording extends HttpServletResponseWrapper {

	private static final Set<String> NOT_KEPT = Set.of("connection", "content-length", "content-type", "date",
			"keep-alive", "transfer-encoding");

	private final BooleanSupplier keeps;

	private @Nullable ByteArrayOutputStream bytes;

	private @Nullable PrintWriter writer;

	private @Nullable ServletOutputStream out;

	/** Tomcat writes the header for it only when it sends the page. */
	private @Nullable Locale language;

	Recording(HttpServletResponse response, BooleanSupplier keeps) {
		super(response);
		this.keeps = keeps;
	}

	/** Whether a page was held back, which must be sent now. */
	boolean holdsPage() {
		return this.bytes != null;
	}

	/** Whether what was held back may be sent to others as well. */
	boolean isForAll() {
		return getStatus() == HttpServletResponse.SC_OK && !containsHeader(HttpHeaders.SET_COOKIE)
				&& getContentType() != null;
	}

	byte[] bytes() {
		if (this.writer != null) {
			this.writer.flush();
		}
		return (this.bytes != null) ? this.bytes.toByteArray() : new byte[0];
	}

	Map<String, List<String>> headers() {
		var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
		for (var name : getHeaderNames()) {
			if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				headers.put(name, List.copyOf(getHeaders(name)));
			}
		}
		if (this.language != null) {
			headers.put(HttpHeaders.CONTENT_LANGUAGE, List.of(this.language.toLanguageTag()));
		}
		return headers;
	}

	@Override
	public void setLocale(Locale language) {
		super.setLocale(language);
		this.language = language;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		if (this.writer == null && begins()) {
			this.writer = new PrintWriter(new OutputStreamWriter(held(), StandardCharsets.UTF_8));
		}
		return (this.writer != null) ? this.writer : super.getWriter();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		if (this.out == null && begins()) {
			this.out = new Held(held());
		}
		return (this.out != null) ? this.out : super.getOutputStream();
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!holdsPage()) {
			super.flushBuffer();
		}
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		letGo();
	}

	@Override
	public void reset() {
		super.reset();
		letGo();
	}

	@Override
	public void setContentLength(int length) {
		if (!holdsPage()) {
			super.setContentLength(length);
		}
	}

	@Override
	public void setContentLengthLong(long length) {
		if (!holdsPage()) {
			super.setContentLengthLong(length);
		}
	}

	private boolean begins() {
		return holdsPage() || this.keeps.getAsBoolean();
	}

	private ByteArrayOutputStream held() {
		if (this.bytes == null) {
			this.bytes = new ByteArrayOutputStream();
		}
		return this.bytes;
	}

	private void letGo() {
		this.bytes = null;
		this.writer = null;
		this.out = null;
	}

	private static final class Held extends ServletOutputStream {

		private final ByteArrayOutputStream bytes;

		Held(ByteArrayOutputStream bytes) {
			this.bytes = bytes;
		}

		@Override
		public void write(int one) {
			this.bytes.write(one);
		}

		@Override
		public void write(byte[] some, int from, int length) {
			this.bytes.write(some, from, length);
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new IllegalStateException("Pages are written at once");
		}

	}

}
