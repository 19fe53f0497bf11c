package org.afterword.imports.words;

import java.util.Locale;

/** Text reduced to what is compared: its words, without case, punctuation or spacing. */
public final class PlainWords {

	/** In characters; a longer run of letters is cut off. */
	private static final int LONGEST_WORD = 30;

	/** How many characters may precede the first word. */
	private static final int MOST_BEFORE = 4;

	private PlainWords() {
	}

	/** Lower case, single spaces, no punctuation. */
	public static String of(String text) {
		var plain = new StringBuilder();
		text.toLowerCase(Locale.ROOT).replace('’', '\'').codePoints().forEach((character) -> {
			if (Character.isLetterOrDigit(character) || character == '\'' || isMark(character)) {
				plain.appendCodePoint(character);
			}
			else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
				plain.append(' ');
			}
		});
		return plain.toString().strip();
	}

	/** The first word in lower case; empty if the text does not begin with one. */
	public static String first(String text) {
		var from = 0;
		while (from < text.length() && !Character.isLetter(text.codePointAt(from))) {
			from += Character.charCount(text.codePointAt(from));
			if (from > MOST_BEFORE) {
				return "";
			}
		}
		var to = from;
		while (to < text.length() && to - from < LONGEST_WORD && isPartOfWord(text.charAt(to))) {
			to++;
		}
		return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
	}

	/** On one line, with single spaces and none at the ends. */
	public static String singleSpaced(String text) {
		var tidy = new StringBuilder(text.length());
		var space = false;
		for (var at = 0; at < text.length(); at++) {
			var character = text.charAt(at);
			if (Character.isWhitespace(character)) {
				space = !tidy.isEmpty();
			}
			else {
				tidy.append(space ? " " : "").append(character);
				space = false;
			}
		}
		return tidy.toString();
	}

	/** In lower case, on one line, with single spaces and none at the ends. */
	public static String lowerCase(String text) {
		return singleSpaced(text.toLowerCase(Locale.ROOT));
	}

	/** Two parts of a text with a space between, except in scripts without spaces. */
	public static String joined(String left, String right) {
		if (left.isEmpty() || right.isEmpty()) {
			return left + right;
		}
		var spaceless = isSpaceless(left.codePointBefore(left.length())) && isSpaceless(right.codePointAt(0));
		return spaceless ? left + right : left + " " + right;
	}

	/** Whether the character belongs to a script that puts no spaces between words. */
	public static boolean isSpaceless(int character) {
		return Character.isIdeographic(character) || (character >= 0x3000 && character <= 0x30ff)
				|| (character >= 0xff00 && character < 0xff66);
	}

	/** Whether the character is a vowel sign or an accent of the letter before it. */
	public static boolean isMark(int character) {
		var type = Character.getType(character);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	private static boolean isPartOfWord(char character) {
		return Character.isLetter(character) || isMark(character) || character == '\'' || character == '’';
	}

}
