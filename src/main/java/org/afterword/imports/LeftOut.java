package org.afterword.imports;

import java.util.Locale;

/**
 * Something pasted that became neither a question nor the introduction.
 *
 * @param lines how many lines with something on them
 * @param excerpt how it begins, 120 characters at most
 */
record LeftOut(Reason reason, int lines, String excerpt) {

	public String messageKey() {
		return "import.left-out." + this.reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	enum Reason {

		/** The number of a post, copied from a forum's page. */
		POST_NUMBER,

		/** What people wrote below or between the questions. */
		CONVERSATION,

		/** "Page 2 of 5", copied from a document. */
		PAGE_NUMBER,

		GREETING, BULLET, HEADING, MAIL_HEADER, PICTURE,

		/** A line in a list of unmarked questions that does not ask. */
		NOT_A_QUESTION,

		/** Beyond those that are named. */
		MORE

	}

}
