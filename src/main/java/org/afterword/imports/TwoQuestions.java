package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds where one line asks twice. Cautious: "Agree?" is no second question. */
final class TwoQuestions {

	private static final int FEWEST_WORDS = 3;

	/** How far it looks for them, in characters. */
	private static final int SIGHT = 400;

	private TwoQuestions() {
	}

	/** The questions, in order; empty if there is only one. */
	static List<String> parts(String text) {
		var parts = new ArrayList<String>();
		var from = 0;
		for (var at = 1; at < text.length(); at++) {
			if (secondBegins(text, at) && words(text, Math.max(from, at - SIGHT), at) >= FEWEST_WORDS
					&& words(text, at, Math.min(text.length(), at + SIGHT)) >= FEWEST_WORDS) {
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

	private static boolean secondBegins(String text, int at) {
		if (!Character.isWhitespace(text.charAt(at - 1)) || Character.isWhitespace(text.charAt(at))) {
			return false;
		}
		var before = lastSign(text, at - 1);
		if (Words.QUESTION_SIGNS.indexOf(before) >= 0) {
			return asks(text, at, false);
		}
		// "Rules for the keeper and How is one chosen": a capital in mid-sentence gives
		// it
		// away.
		return Character.isUpperCase(text.charAt(at)) && Words.JOINTS.contains(wordBefore(text, at))
				&& Words.isQuestionWord(wordAt(text, at));
	}

	private static boolean asks(String text, int at, boolean afterJoint) {
		if (text.charAt(at) == '¿') {
			return true;
		}
		var word = wordAt(text, at);
		if (Words.isQuestionWord(word)) {
			return true;
		}
		if (afterJoint || !(Words.JOINTS.contains(word) || Words.ADDING.contains(word))) {
			return false;
		}
		var next = at + word.length();
		while (next < text.length() && !Character.isLetter(text.charAt(next)) && text.charAt(next) != '¿') {
			next++;
		}
		return next < text.length() && asks(text, next, true);
	}

	private static char lastSign(String text, int before) {
		for (var at = before; at >= 0 && at > before - 4; at--) {
			var sign = text.charAt(at);
			if (!Character.isWhitespace(sign) && "\"”»’)".indexOf(sign) < 0) {
				return sign;
			}
		}
		return ' ';
	}

	private static String wordAt(String text, int at) {
		var to = at;
		while (to < text.length() && to < at + 30 && isOfWord(text.charAt(to))) {
			to++;
		}
		return text.substring(at, to).toLowerCase(Locale.ROOT);
	}

	private static String wordBefore(String text, int at) {
		var to = at;
		while (to > 0 && !isOfWord(text.charAt(to - 1)) && at - to < 3) {
			to--;
		}
		var from = to;
		while (from > 0 && to - from < 30 && isOfWord(text.charAt(from - 1))) {
			from--;
		}
		return text.substring(from, to).toLowerCase(Locale.ROOT);
	}

	private static boolean isOfWord(char sign) {
		return Character.isLetter(sign) || Character.getType(sign) == Character.NON_SPACING_MARK;
	}

	private static int words(String text, int from, int to) {
		var words = 0;
		var inside = false;
		for (var at = from; at < to && words < FEWEST_WORDS; at++) {
			var letter = isOfWord(text.charAt(at));
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
		if (Words.JOINTS.contains(last) && stripped.endsWith(last)) {
			stripped = stripped.substring(0, stripped.length() - last.length()).strip();
		}
		while (stripped.endsWith(",") || stripped.endsWith(";")) {
			stripped = stripped.substring(0, stripped.length() - 1).strip();
		}
		return stripped;
	}

}
