package org.afterword.mail;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What administrators see of a letter.
 *
 * @param to the address
 * @param state waiting, sent, failed or too-late
 * @param at when that happened; when it is tried next while it waits
 * @param attempts how often it was tried
 * @param problem the end of a message key: what stood in the way; null if nothing did
 * @param answer what the server said; empty if it said nothing
 */
public record LetterView(long id, String to, String subject, String state, Instant writtenAt, Instant at, int attempts,
		@Nullable String problem, String answer) {

	/** Turns a name of our tables into the end of a message key. */
	static String word(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
