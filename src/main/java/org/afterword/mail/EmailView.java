package org.afterword.mail;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail in the outbox, as administrators see it.
 *
 * @param to the address
 * @param state waiting, sent, failed or too-late
 * @param at when it was sent or failed; when it is tried next while it waits
 * @param attempts how often it was tried
 * @param problem the end of a message key; null for none
 * @param answer of the server; empty for none
 */
public record EmailView(long id, String to, String subject, String state, Instant writtenAt, Instant at, int attempts,
		@Nullable String problem, String answer) {

	/** The end of a message key for a name in the tables. */
	static String word(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
