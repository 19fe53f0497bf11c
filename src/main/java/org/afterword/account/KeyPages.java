package org.afterword.account;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What the pages behind a link in a letter have in common. */
final class KeyPages {

	private KeyPages() {
	}

	/** Says that a key was used, or is too old, or never was one. */
	static String old(HttpServletResponse response) {
		response.setStatus(HttpStatus.GONE.value());
		return "account/old-key";
	}

	/** No browser keeps a page whose address opens a door. */
	static void unkept(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
