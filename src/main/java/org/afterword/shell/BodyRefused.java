package org.afterword.shell;

import org.springframework.http.HttpStatus;

/** What a browser sends is too much, too slow, or comes while too much is being read. */
final class BodyRefused extends RuntimeException {

	private final HttpStatus status;

	BodyRefused(HttpStatus status) {
		super(status.toString(), null, false, false);
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

}
