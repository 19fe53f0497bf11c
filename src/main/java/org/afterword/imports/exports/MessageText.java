package org.afterword.imports.exports;

import java.util.Locale;

/** The words of a message, without what chat tools add to them. */
final class MessageText {

	private static final String QUOTES = "\"“”„«»「」";

	/** Within how many characters a quote begins. */
	private static final int QUOTE_WITHIN = 40;

	private static final String EDITED = "<This message was edited>";

	private MessageText() {
	}

	/**
	 * Without the quote of another message above, and without a note that it was edited.
	 */
	static String of(String text) {
		var own = isReply(firstLine(text)) ? text.substring(firstLine(text).length()).strip() : text;
		return own.endsWith(EDITED) ? own.substring(0, own.length() - EDITED.length()).strip() : own;
	}

	static boolean hasQuotes(String text) {
		return text.chars().anyMatch(MessageText::isQuote);
	}

	private static String firstLine(String text) {
		var end = text.indexOf('\n');
		return (end < 0) ? text : text.substring(0, end);
	}

	/** Whether a line is the quote of another message: "Replying to “How deep is…”". */
	private static boolean isReply(String line) {
		var first = line.strip();
		if (first.isEmpty() || !isQuote(first.charAt(first.length() - 1))
				|| first.chars().limit(QUOTE_WITHIN).noneMatch(MessageText::isQuote)) {
			return false;
		}
		var cut = first.length() > 3
				&& (first.charAt(first.length() - 2) == '…' || first.startsWith("...", first.length() - 4));
		var words = first.toLowerCase(Locale.ROOT);
		return cut || words.startsWith("replying to ") || words.startsWith("in reply to ");
	}

	private static boolean isQuote(int character) {
		return QUOTES.indexOf(character) >= 0;
	}

}
