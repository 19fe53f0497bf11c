package org.afterword.imports.lists;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Reads the letter or Roman numeral before an entry: "a)", "(b)", "A.", "iv)". */
final class LetterMark {

	private static final int MOST_LETTERS = 4;

	/** The Arabic letters in the order of numbering. */
	private static final String ABJAD = "أبجدهوزحطيكلمن";

	private LetterMark() {
	}

	/** Null if the text begins with none. */
	static @Nullable Mark read(String text) {
		var open = text.startsWith("(") || text.startsWith("（");
		var from = open ? 1 : 0;
		var to = from;
		while (to < text.length() && to - from < MOST_LETTERS && Character.isLetter(text.charAt(to))) {
			to++;
		}
		if (to == from || to >= text.length() || !isEnd(text, to, open)) {
			return null;
		}
		var letters = text.substring(from, to);
		var value = (letters.length() == 1) ? position(letters.charAt(0)) : roman(letters);
		if (value == 0) {
			return null;
		}
		var sort = Character.isUpperCase(letters.charAt(0)) ? Mark.Sort.CAPITAL : Mark.Sort.LETTER;
		return new Mark(sort, value, letters, 0, Mark.withoutBullet(text.substring(to + 1)));
	}

	/** A bracket; or, where none was opened, a dot with a space after it. */
	private static boolean isEnd(String text, int at, boolean open) {
		var spaced = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
		return ")）".indexOf(text.charAt(at)) >= 0 || (!open && ".．".indexOf(text.charAt(at)) >= 0 && spaced);
	}

	/** The position in its alphabet, from 1; 0 for a letter that does not count. */
	private static int position(char letter) {
		if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
			return Character.toLowerCase(letter) - 'a' + 1;
		}
		if (letter == 'ا') {
			return 1;
		}
		if (ABJAD.indexOf(letter) >= 0) {
			return ABJAD.indexOf(letter) + 1;
		}
		var small = Character.toLowerCase(letter);
		if (small >= 'а' && small <= 'я') {
			return small - 'а' + 1;
		}
		return (small >= 'α' && small <= 'ω') ? small - 'α' + 1 : 0;
	}

	private static int roman(String letters) {
		return switch (letters.toLowerCase(Locale.ROOT)) {
			case "ii" -> 2;
			case "iii" -> 3;
			case "iv" -> 4;
			case "vi" -> 6;
			case "vii" -> 7;
			case "viii" -> 8;
			case "ix" -> 9;
			default -> 0;
		};
	}

}
