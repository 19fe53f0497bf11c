package org.afterword.imports.lists;

import java.util.Locale;

import org.afterword.imports.words.PlainWords;

/**
 * Pasted lines that became neither a question nor the introduction.
 *
 * @param lines how many of them are not blank
 * @param excerpt the beginning, at most 120 characters
 */
public record LeftOut(Reason reason, int lines, String excerpt) {

	/** In code points. */
	private static final int LONGEST_EXCERPT = 120;

	/**
	 * @param words from which the excerpt is taken
	 */
	static LeftOut of(Reason reason, int lines, String words) {
		return new LeftOut(reason, lines, excerpt(words));
	}

	private static String excerpt(String words) {
		var start = PlainWords.singleSpaced(words.substring(0, Math.min(words.length(), LONGEST_EXCERPT * 2)));
		if (start.codePointCount(0, start.length()) <= LONGEST_EXCERPT) {
			return start;
		}
		return start.substring(0, start.offsetByCodePoints(0, LONGEST_EXCERPT - 1)) + "…";
	}

	public String messageKey() {
		return "import.left-out." + this.reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Why lines were left out. */
	public enum Reason {

		/** The number of a post, copied from a forum's page. */
		POST_NUMBER,

		/** What people wrote below or between the questions. */
		CONVERSATION,

		/** "Page 2 of 5", copied from a document. */
		PAGE_NUMBER,

		GREETING, BULLET, HEADING, MAIL_HEADER, PICTURE,

		/** A line without a question, in a list of unmarked questions. */
		NOT_A_QUESTION,

		/** The lines beyond those listed one by one. */
		MORE

	}

}
