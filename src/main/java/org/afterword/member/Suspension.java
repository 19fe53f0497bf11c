package org.afterword.member;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a member out for a time.
 *
 * @param reason for them to read
 * @param until when they may come in again
 */
public record Suspension(String reason, Instant until) {

	/** How long a suspension may be. */
	public static final Duration LONGEST = Duration.ofDays(366);

}
