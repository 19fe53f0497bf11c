package org.afterword.account;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;

/** Pages whose address holds a secret, because a link of an e-mail leads to them. */
public final class SecretPages {

	private SecretPages() {
	}

	/**
	 * Prepares such a page with a form: no browser stores it, and its token is made
	 * before the page begins to leave, when a cookie can still be sent.
	 */
	public static void prepare(HttpServletResponse response, CsrfToken csrf) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		csrf.getToken();
	}

}
