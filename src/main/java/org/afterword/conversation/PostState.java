package org.afterword.conversation;

import java.util.Locale;

/** Whether the words of a post are shown. */
public enum PostState {

	PUBLISHED,
	/** Waits for a facilitator, without a number. */
	HELD,
	/** Taken from view by a facilitator, with a reason that readers see. */
	HIDDEN,
	/** The same for good: its author cannot mend it any more. */
	REMOVED,
	/** Taken back by its author; the number stays. */
	WITHDRAWN;

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
