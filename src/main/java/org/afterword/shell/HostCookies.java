package org.afterword.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind TLS every cookie of ours is called {@code __Host-}, and only such cookies are
 * read: browsers accept them from this very host only, so that no other host under the
 * same domain can plant a session, a token or a device (RFC 6265bis, 4.1.3.2). Code
 * behind this filter does not notice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HostCookies extends OncePerRequestFilter {

	static final String PREFIX = "__Host-";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.isSecure();
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Reading(request), new Writing(response));
	}

	private static final class Reading extends HttpServletRequestWrapper {

		Reading(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Cookie @Nullable [] getCookies() {
			return Optional.ofNullable(super.getCookies())
				.map((all) -> Arrays.stream(all)
					.filter((cookie) -> cookie.getName().startsWith(PREFIX))
					.map((cookie) -> new Cookie(cookie.getName().substring(PREFIX.length()), cookie.getValue()))
					.toArray(Cookie[]::new))
				.orElse(null);
		}

	}

	private static final class Writing extends HttpServletResponseWrapper {

		Writing(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void addCookie(Cookie cookie) {
			var named = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
			cookie.getAttributes().forEach(named::setAttribute);
			named.setPath("/");
			named.setSecure(true);
			super.addCookie(named);
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, named(name, value));
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name, named(name, value));
		}

		private static String named(String header, String value) {
			return HttpHeaders.SET_COOKIE.equalsIgnoreCase(header) && !value.startsWith(PREFIX) ? PREFIX + value
					: value;
		}

	}

}
