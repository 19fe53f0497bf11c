package org.afterword.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The state of the mail server.
 *
 * @param place where the server is; empty if none is configured
 * @param problem the end of a message key; null while the server accepts e-mails
 * @param answer of the server; empty for none
 * @param since when the problem began; null for none
 * @param next when it is tried next; null for none
 */
record MailServerView(String place, @Nullable String problem, String answer, @Nullable Instant since,
		@Nullable Instant next) {

	public boolean isConfigured() {
		return !this.place.isEmpty();
	}

}
