package org.afterword.kernel.questions;

import java.util.List;

import org.afterword.kernel.text.Characters;

/**
 * Looks at the characters that begin at one place of a text, and at a bounded number of
 * them. Places may be behind the end of the text.
 */
final class Scan {

	/** Nobody types more spaces between a word and its number. */
	private static final int MOST_SPACES = 8;

	private static final int LONGEST_WORD = 24;

	private Scan() {
	}

	/** Whether one of these characters is at the place. */
	static boolean isAt(String text, int at, String characters) {
		return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
	}

	/** The place behind one of these characters; the same place if none is there. */
	static int skip(String text, int at, String characters) {
		return isAt(text, at, characters) ? at + 1 : at;
	}

	/** The place behind a few spaces of any kind. */
	static int skipSpaces(String text, int at) {
		var end = at;
		while (end < text.length() && end < at + MOST_SPACES && isSpace(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/**
	 * The place behind a word of letters and marks; the same place if there is none, or a
	 * longer one than the words that are looked for.
	 */
	static int skipWord(String text, int at) {
		var end = at;
		while (end < text.length() && end - at <= LONGEST_WORD) {
			var character = text.codePointAt(end);
			if (!Character.isLetter(character) && !Characters.isMark(character)) {
				return end;
			}
			end += Character.charCount(character);
		}
		return (end - at <= LONGEST_WORD) ? end : at;
	}

	/** The word at this place; empty if there is none. */
	static String word(String text, int at) {
		return text.substring(at, skipWord(text, at));
	}

	/** The length of the first of these words that is at the place; 0 for none. */
	static int lengthOfFirst(String text, int at, List<String> words) {
		for (var word : words) {
			if (text.startsWith(word, at)) {
				return word.length();
			}
		}
		return 0;
	}

	static boolean isSpace(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

}
