package org.afterword.kernel.markup;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.afterword.kernel.Ahead;

/**
 * The words of a text, to be compared: without case, accents, vowel signs and
 * punctuation. Where no spaces stand between words, each sign counts as one.
 */
final class Tokens {

	private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640\\u200C\\u200D]++");

	private static final Pattern ARTICLE = Pattern.compile("^[وفبكل]?(?:ال|لل)(?=\\p{IsArabic}{3})");

	private Tokens() {
	}

	static List<String> of(CharSequence text) {
		var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		var tokens = new ArrayList<String>();
		var word = new StringBuilder();
		plain.toLowerCase(Locale.ROOT).codePoints().forEach((character) -> {
			if (!Character.isLetterOrDigit(character)) {
				end(word, tokens);
			}
			else if (Ahead.writtenWithoutSpaces(character)) {
				end(word, tokens);
				tokens.add(Character.toString(character));
			}
			else {
				word.appendCodePoint(plainer(character));
			}
		});
		end(word, tokens);
		return tokens;
	}

	/** Whether this is a sign of a script without spaces, and says as much as a word. */
	static boolean isSign(String token) {
		return Ahead.writtenWithoutSpaces(token.codePointAt(0));
	}

	/** An Arabic word without its article. */
	static String withoutArticle(String word) {
		return ARTICLE.matcher(word).replaceFirst("");
	}

	/** One word, in another form or with a slip. */
	static boolean alike(String one, String other) {
		if (one.equals(other)) {
			return true;
		}
		var shorter = Math.min(one.length(), other.length());
		var longer = Math.max(one.length(), other.length());
		if (shorter < 4 || longer - shorter > 5) {
			return false;
		}
		var begin = 0;
		while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
			begin++;
		}
		var end = 0;
		while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		var sameStem = begin >= 4 && begin * 3 >= longer * 2 - 1;
		var oneSlip = shorter >= 5 && begin + end >= longer - 1;
		return sameStem || oneSlip;
	}

	/** How many words the two have in common, in the same order. */
	static int common(List<String> one, List<String> other) {
		var row = new int[other.size() + 1];
		for (var word : one) {
			var diagonal = 0;
			for (var at = 1; at <= other.size(); at++) {
				var above = row[at];
				row[at] = alike(word, other.get(at - 1)) ? diagonal + 1 : Math.max(row[at], row[at - 1]);
				diagonal = above;
			}
		}
		return row[other.size()];
	}

	private static int plainer(int character) {
		return switch (character) {
			case 'ة' -> 'ه';
			case 'ى', 'ی' -> 'ي';
			case 'ک' -> 'ك';
			case 'ß' -> 's';
			default -> character;
		};
	}

	private static void end(StringBuilder word, List<String> tokens) {
		if (!word.isEmpty()) {
			tokens.add(word.toString());
			word.setLength(0);
		}
	}

}
