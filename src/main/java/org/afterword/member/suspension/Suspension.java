package org.afterword.member.suspension;

import java.time.Duration;
import java.time.Instant;

/**
 * A member may not sign in for a time.
 *
 * @param reason for them to read
 * @param until when they may sign in again
 */
public record Suspension(String reason, Instant until) {

	/** How long a suspension may be. */
	public static final Duration LONGEST = Duration.ofDays(366);

}
