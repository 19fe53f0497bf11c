package org.afterword.imports.lists;

import org.jspecify.annotations.Nullable;

/**
 * The number or letter before an entry of a list: "5.", "Q5:", "(5)", "#5", "10a.", "a)".
 *
 * @param value the number, or the position of the letter in its alphabet
 * @param letters the "a" of "10a", else empty
 * @param minor the 2 of "10.2", else 0
 * @param rest the line after the mark
 */
record Mark(Sort sort, int value, String letters, int minor, String rest) {

	/** Within how many characters the bold part of a line must end. */
	private static final int LONGEST_BOLD = 60;

	private static final String BULLETS = "•·-–—*|";

	enum Sort {

		NUMBER,

		/** "Question 5:", which may also refer to a question. */
		NAMED,

		/** "#5 text". */
		HASH,

		/** "5 text": only in a list of such lines. */
		BARE,

		/** "a)". */
		LETTER,

		/** "A." or "A)", perhaps the initial of a name. */
		CAPITAL

	}

	/** Null if the line begins with none. */
	static @Nullable Mark of(String line) {
		var text = withoutBold(line);
		var number = NumberMark.read(text);
		return (number != null) ? number : LetterMark.read(text);
	}

	boolean isNumber() {
		return this.sort == Sort.NUMBER || this.sort == Sort.NAMED || this.sort == Sort.HASH;
	}

	boolean isLetter() {
		return this.sort == Sort.LETTER || this.sort == Sort.CAPITAL;
	}

	/** "#3" and nothing else. */
	boolean isLoneHash() {
		return this.sort == Sort.HASH && this.rest.isEmpty();
	}

	/** Without the asterisks of Markdown around the beginning: "**1.** text". */
	static String withoutBold(String text) {
		if (text.startsWith("**") || text.startsWith("__")) {
			var close = text.indexOf(text.substring(0, 2), 2);
			if (close > 0 && close < LONGEST_BOLD) {
				return text.substring(2, close) + text.substring(close + 2);
			}
		}
		return text;
	}

	/** Without a bullet or dash that is repeated after the mark. */
	static String withoutBullet(String text) {
		var rest = text.strip();
		if (rest.length() > 1 && BULLETS.indexOf(rest.charAt(0)) >= 0 && Character.isWhitespace(rest.charAt(1))) {
			return rest.substring(1).strip();
		}
		return rest;
	}

}
