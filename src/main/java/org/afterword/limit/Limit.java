package org.afterword.limit;

import java.time.Duration;

/**
 * How often something may be tried, all at once or spread: each try becomes available
 * again after its share of the time.
 */
public enum Limit {

	/**
	 * Signing in from one place in the network. Wide, because a whole training room may
	 * share one address; what succeeds does not count.
	 */
	PLACE(100, Duration.ofMinutes(15)),

	/** Signing in under one name, known or not; what succeeds does not count. */
	NAME(10, Duration.ofMinutes(15)),

	/** Proving, signed in, that one knows the password; what succeeds does not count. */
	PROOF(10, Duration.ofMinutes(15)),

	/** Joining from one place in the network. */
	JOINING(50, Duration.ofHours(1)),

	/** Asking from one place in the network for e-mails with a link that signs in. */
	EMAILS(50, Duration.ofMinutes(15)),

	/** Asking for an e-mail to an address of one’s own, which may be somebody else’s. */
	CONFIRMING(20, Duration.ofHours(1)),

	/** Changing one’s handle; the one before stays taken. */
	RENAMING(10, Duration.ofDays(1)),

	/** Inviting by e-mail, by member. */
	INVITING(200, Duration.ofDays(1)),

	/**
	 * Posting, editing, and sending a held post again, by member. Wide enough for whoever
	 * goes through the list of a webinar; those who run the topic are not counted.
	 */
	POSTING(30, Duration.ofMinutes(15)),

	/**
	 * Whatever a member sends, previews and drafts too; large forms count several times.
	 * Nobody who types, with all scripts at work, comes near it.
	 */
	SENDING(3_000, Duration.ofMinutes(15)),

	/** Flagging, by member. */
	FLAGGING(20, Duration.ofHours(1)),

	/** Looking for names and numbers while one writes, by member. */
	SUGGESTING(300, Duration.ofMinutes(5)),

	/** Looking for somebody in the list of members, by member. */
	SEARCHING(60, Duration.ofMinutes(5));

	private final int times;

	private final Duration within;

	Limit(int times, Duration within) {
		this.times = times;
		this.within = within;
	}

	int times() {
		return this.times;
	}

	Duration within() {
		return this.within;
	}

}
