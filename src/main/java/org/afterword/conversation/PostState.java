package org.afterword.conversation;

import java.util.Locale;

/** Whether the words of a post are shown. */
public enum PostState {

	PUBLISHED,
	/** Waits for a facilitator, without a number. */
	HELD,
	/** Hidden by a facilitator, with a reason that readers see. */
	HIDDEN,
	/** The same for good: its author cannot edit it any more. */
	REMOVED,
	/** Withdrawn by its author; the number stays. */
	WITHDRAWN;

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
