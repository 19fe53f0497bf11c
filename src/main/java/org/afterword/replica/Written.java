package org.afterword.replica;

import java.io.IOException;
import java.sql.SQLException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the browser of whoever has written how far the primary’s log was then. Until the
 * replica is there, they read from the primary. The cookie outlives no lag that a replica
 * in use may have, so it is forgotten within seconds.
 */
class Written extends OncePerRequestFilter implements TransactionExecutionListener, Ordered {

	static final String COOKIE = "written";

	/** Of somebody who wrote when nobody could say how far the log was. */
	private static final String UNKNOWN = "unknown";

	private static final String WROTE = Written.class.getName();

	private static final int RADIX = 16;

	private final Replica replica;

	Written(Replica replica) {
		this.replica = replica;
	}

	/** What a cookie says; what it does not say well is further than any replica. */
	static long position(String value) {
		try {
			return Long.parseLong(value, RADIX);
		}
		catch (NumberFormatException ex) {
			return Long.MAX_VALUE;
		}
	}

	/** Behind what names the cookies, before all that may write. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

	/**
	 * Only what has a name is somebody’s act: Spring Session notes each visit in a
	 * transaction without one, and no page shows it.
	 */
	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (transaction.isReadOnly() || !StringUtils.hasText(transaction.getTransactionName())) {
			return;
		}
		var request = ReplicaReads.current();
		if (request != null) {
			ReadFromPrimary.in(request);
			request.setAttribute(WROTE, true);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var telling = new Telling(request, response);
		chain.doFilter(request, telling);
		if (!response.isCommitted()) {
			telling.onResponseCommitted();
		}
	}

	private String endOfLog() {
		try {
			return Long.toString(this.replica.endOfLog(), RADIX);
		}
		catch (SQLException ex) {
			return UNKNOWN;
		}
	}

	private final class Telling extends OnCommittedResponseWrapper {

		private final HttpServletRequest request;

		private boolean told;

		Telling(HttpServletRequest request, HttpServletResponse response) {
			super(response);
			this.request = request;
		}

		@Override
		protected void onResponseCommitted() {
			if (this.told || this.request.getAttribute(WROTE) == null) {
				return;
			}
			this.told = true;
			var cookie = new Cookie(COOKIE, endOfLog());
			cookie.setPath("/");
			cookie.setHttpOnly(true);
			cookie.setSecure(this.request.isSecure());
			cookie.setAttribute("SameSite", "Lax");
			cookie.setMaxAge((int) Written.this.replica.maxLag().toSeconds() + 2);
			addCookie(cookie);
		}

	}

}
