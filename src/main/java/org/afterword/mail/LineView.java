package org.afterword.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the forum stands with its mail server.
 *
 * @param place where the server is; empty if nobody has said so
 * @param problem the end of a message key; null while the server takes letters
 * @param answer what the server said; empty if it said nothing
 * @param since when it began to take none
 * @param next when it is asked again
 */
public record LineView(String place, @Nullable String problem, String answer, @Nullable Instant since,
		@Nullable Instant next) {

	public boolean isConfigured() {
		return !this.place.isEmpty();
	}

}
