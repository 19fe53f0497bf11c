package org.afterword.moderation;

import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a list.
 *
 * @param words as they are kept and shown to readers of every language
 * @param key of the same words in the reader’s language, for those who choose; null where
 * an administrator wrote them
 */
public record Reason(String words, @Nullable String key) {

	/** What a form sends for a reason that is on no list. */
	static final String OTHER = "other";

	/** How many characters own words may have. */
	public static final int LONGEST_WORDS = 300;

	/**
	 * Own words, where none are needed; null for none.
	 * @throws Refused where they are too long
	 */
	public static @Nullable String own(String words) {
		var own = Blank.stripped(words);
		if (own.length() > LONGEST_WORDS) {
			throw new Refused("reason.too-long");
		}
		return own.isEmpty() ? null : own;
	}

}
