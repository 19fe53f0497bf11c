package org.afterword.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.afterword.site.FormerNames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Translates the names of former members on every page into the language of its reader.
 * Names come from all modules, so this is done in the response.
 */
@Component
class FormerNamesFilter extends OncePerRequestFilter {

	private final FormerNames names;

	private final Languages languages;

	FormerNamesFilter(FormerNames names, Languages languages) {
		this.names = names;
		this.languages = languages;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new HttpServletResponseWrapper(response) {

			private @Nullable PrintWriter writer;

			@Override
			public PrintWriter getWriter() throws IOException {
				if (this.writer == null) {
					this.writer = new PrintWriter(new Said(super.getWriter(), request));
				}
				return this.writer;
			}

		});
	}

	/**
	 * Buffers the end of the text while it may become such a name, because a template may
	 * write single characters.
	 */
	private final class Said extends FilterWriter {

		private final HttpServletRequest request;

		private String held = "";

		Said(Writer out, HttpServletRequest request) {
			super(out);
			this.request = request;
		}

		@Override
		public void write(String text, int from, int length) throws IOException {
			if (this.held.isEmpty() && !FormerNames.hasMark(text)) {
				this.out.write(text, from, length);
				return;
			}
			var part = this.held + text.substring(from, from + length);
			if (FormerNames.hasMark(part)) {
				part = FormerNamesFilter.this.names.in(part,
						FormerNamesFilter.this.languages.resolveLocale(this.request));
			}
			this.held = FormerNames.begun(part);
			this.out.write(part, 0, part.length() - this.held.length());
		}

		@Override
		public void write(char[] text, int from, int length) throws IOException {
			if (this.held.isEmpty() && !FormerNames.hasMark(CharBuffer.wrap(text, from, length))) {
				this.out.write(text, from, length);
				return;
			}
			write(new String(text, from, length), 0, length);
		}

		@Override
		public void write(int sign) throws IOException {
			if (this.held.isEmpty() && sign != FormerNames.MARK) {
				this.out.write(sign);
				return;
			}
			write(String.valueOf((char) sign), 0, 1);
		}

		@Override
		public void flush() throws IOException {
			this.out.write(this.held);
			this.held = "";
			super.flush();
		}

		@Override
		public void close() throws IOException {
			flush();
			super.close();
		}

	}

}
