package org.afterword.moderation;

import org.jspecify.annotations.Nullable;

/**
 * One reason of a list.
 *
 * @param words as they are kept and shown to readers of every language
 * @param key of the same words in the reader’s language, for those who choose; null where
 * an administrator wrote them
 */
record Reason(String words, @Nullable String key) {

	/** What a form sends for a reason that is on no list. */
	static final String OTHER = "other";

	/** How many signs own words may have. */
	static final int LONGEST_WORDS = 300;

}
