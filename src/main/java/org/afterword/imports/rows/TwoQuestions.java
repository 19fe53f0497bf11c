package org.afterword.imports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.afterword.imports.words.AskingWords;
import org.afterword.imports.words.Punctuation;

/** Finds a second question within a text. Cautious: "Agree?" does not count as one. */
final class TwoQuestions {

	/** Shorter parts are no questions of their own. */
	private static final int FEWEST_WORDS = 3;

	/** How far words are counted on either side, in characters. */
	private static final int RANGE = 400;

	private TwoQuestions() {
	}

	/** The questions, in order; empty if there is only one. */
	static List<String> parts(String text) {
		var parts = new ArrayList<String>();
		var from = 0;
		for (var at = 1; at < text.length(); at++) {
			if (beginsQuestion(text, at) && words(text, Math.max(from, at - RANGE), at) >= FEWEST_WORDS
					&& words(text, at, Math.min(text.length(), at + RANGE)) >= FEWEST_WORDS) {
				parts.add(withoutJoint(text.substring(from, at)));
				from = at;
			}
		}
		if (parts.isEmpty()) {
			return List.of();
		}
		parts.add(text.substring(from).strip());
		return List.copyOf(parts);
	}

	private static boolean beginsQuestion(String text, int at) {
		if (!Character.isWhitespace(text.charAt(at - 1)) || Character.isWhitespace(text.charAt(at))) {
			return false;
		}
		var before = lastCharacter(text, at - 1);
		if (Punctuation.isQuestionMark(before)) {
			return asks(text, at, false);
		}
		// A capital in mid-sentence: "Rules for the keeper and How is one chosen?"
		return Character.isUpperCase(text.charAt(at)) && AskingWords.isJoint(wordBefore(text, at))
				&& AskingWords.isQuestionWord(wordAt(text, at));
	}

	private static boolean asks(String text, int at, boolean afterJoint) {
		if (text.charAt(at) == '¿') {
			return true;
		}
		var word = wordAt(text, at);
		if (AskingWords.isQuestionWord(word)) {
			return true;
		}
		if (afterJoint || !AskingWords.addsQuestion(word)) {
			return false;
		}
		var next = at + word.length();
		while (next < text.length() && !Character.isLetter(text.charAt(next)) && text.charAt(next) != '¿') {
			next++;
		}
		return next < text.length() && asks(text, next, true);
	}

	private static char lastCharacter(String text, int before) {
		for (var at = before; at >= 0 && at > before - 4; at--) {
			var character = text.charAt(at);
			if (!Character.isWhitespace(character) && "\"”»’)".indexOf(character) < 0) {
				return character;
			}
		}
		return ' ';
	}

	private static String wordAt(String text, int at) {
		var to = at;
		while (to < text.length() && to < at + 30 && isPartOfWord(text.charAt(to))) {
			to++;
		}
		return text.substring(at, to).toLowerCase(Locale.ROOT);
	}

	private static String wordBefore(String text, int at) {
		var to = at;
		while (to > 0 && !isPartOfWord(text.charAt(to - 1)) && at - to < 3) {
			to--;
		}
		var from = to;
		while (from > 0 && to - from < 30 && isPartOfWord(text.charAt(from - 1))) {
			from--;
		}
		return text.substring(from, to).toLowerCase(Locale.ROOT);
	}

	private static boolean isPartOfWord(char character) {
		return Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK;
	}

	private static int words(String text, int from, int to) {
		var words = 0;
		var inside = false;
		for (var at = from; at < to && words < FEWEST_WORDS; at++) {
			var letter = isPartOfWord(text.charAt(at));
			if (letter && !inside) {
				words++;
			}
			inside = letter || text.charAt(at) == '\'' || text.charAt(at) == '’';
		}
		return words;
	}

	private static String withoutJoint(String part) {
		var stripped = part.strip();
		var last = wordBefore(stripped, stripped.length());
		if (AskingWords.isJoint(last) && stripped.endsWith(last)) {
			stripped = stripped.substring(0, stripped.length() - last.length()).strip();
		}
		while (stripped.endsWith(",") || stripped.endsWith(";")) {
			stripped = stripped.substring(0, stripped.length() - 1).strip();
		}
		return stripped;
	}

}
