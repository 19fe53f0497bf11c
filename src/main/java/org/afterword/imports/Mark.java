package org.afterword.imports;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What stands before an entry of a list: "5.", "Q5:", "(5)", "#5", "10a.", "a)".
 *
 * @param value the number, or the letter's place in the alphabet
 * @param letters the "a" of "10a", else empty
 * @param minor the 2 of "10.2", else 0
 * @param rest the line after the mark
 */
record Mark(Sort sort, int value, String letters, int minor, String rest) {

	private static final String[] PREFIXES = { "question number", "question no.", "question", "pregunta", "pergunta",
			"domanda", "frage", "vraag", "вопрос", "السؤال", "سؤال", "प्रश्न", "soru", "swali", "問題", "问题", "質問", "問",
			"问", "q.", "q", "س", "no.", "nr.", "n°", "nº" };

	private static final String DASHES = "-–—";

	private static final String ABJAD = "أبجدهوزحطيكلمن";

	enum Sort {

		NUMBER,

		/** "Question 5:", also the way people refer to one. */
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

	static @Nullable Mark of(String line) {
		var text = withoutBold(line);
		var number = number(text);
		return (number != null) ? number : letter(text);
	}

	/** "**1.** text" without its stars, if they stand around the beginning. */
	static String withoutBold(String text) {
		if (text.startsWith("**") || text.startsWith("__")) {
			var close = text.indexOf(text.substring(0, 2), 2);
			if (close > 0 && close < 60) {
				return text.substring(2, close) + text.substring(close + 2);
			}
		}
		return text;
	}

	private static @Nullable Mark number(String text) {
		var at = 0;
		var open = !text.isEmpty() && "([（［【".indexOf(text.charAt(0)) >= 0;
		if (open) {
			at = skipSpaces(text, 1);
		}
		var sort = Sort.NUMBER;
		var prefix = prefixAt(text, at);
		if (prefix > 0) {
			sort = (prefix > 2) ? Sort.NAMED : Sort.NUMBER;
			at = skipSpaces(text, at + prefix);
		}
		if (at < text.length() && "#№＃".indexOf(text.charAt(at)) >= 0) {
			sort = (prefix > 0) ? sort : Sort.HASH;
			at = skipSpaces(text, at + 1);
		}
		var digits = at;
		var value = 0;
		var count = 0;
		var closed = false;
		while (at < text.length()) {
			var sign = text.codePointAt(at);
			if (sign >= '\u2460' && sign <= '\u249b' && count == 0) {
				value = (sign - '\u2460') % 20 + 1;
				closed = true;
				count++;
				at++;
				break;
			}
			var digit = Character.digit(sign, 10);
			if (digit < 0 || Character.isLetter(sign)) {
				break;
			}
			value = value * 10 + digit;
			at += Character.charCount(sign);
			if (++count > 4) {
				return null;
			}
		}
		if (at == digits) {
			return null;
		}
		// 1️⃣ is a digit with two signs behind it.
		while (at < text.length() && (text.charAt(at) == '\ufe0f' || text.charAt(at) == '\u20e3')) {
			closed |= text.charAt(at) == '\u20e3';
			at++;
		}
		var minor = 0;
		if (at + 1 < text.length() && text.charAt(at) == '.' && Character.digit(text.charAt(at + 1), 10) > 0
				&& !(at + 2 < text.length() && Character.isDigit(text.charAt(at + 2)))) {
			minor = Character.digit(text.charAt(at + 1), 10);
			at += 2;
			closed = at >= text.length() || Character.isWhitespace(text.charAt(at));
		}
		var letters = "";
		var letterEnd = letterAt(text, at);
		if (letterEnd > at && minor == 0) {
			letters = text.substring(at, letterEnd).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
			closed = text.charAt(letterEnd - 1) == ')';
			at = letterEnd;
		}
		var afterDigits = at;
		at = skipSpaces(text, at);
		var tab = text.indexOf('\t', afterDigits) >= 0 && text.indexOf('\t', afterDigits) < at;
		if (open) {
			if (at >= text.length() || ")]）］】".indexOf(text.charAt(at)) < 0) {
				return null;
			}
			closed = true;
			at++;
		}
		var end = terminator(text, at, at > afterDigits, prefix > 0);
		if (end > at) {
			at = end;
		}
		else if (minor > 0 && !closed) {
			return null;
		}
		else if (!closed && !tab) {
			var space = at > afterDigits || at >= text.length();
			var bracket = at < text.length() && "([（".indexOf(text.charAt(at)) >= 0;
			if (prefix > 0 || sort == Sort.HASH) {
				if (!space && !bracket) {
					return null;
				}
			}
			else if (space && letters.isEmpty()) {
				sort = Sort.BARE;
			}
			else {
				return null;
			}
		}
		return new Mark(sort, value, letters, minor, withoutLead(text.substring(at)));
	}

	/** The length of "Q", "Question" and their like, if a number follows; else 0. */
	private static int prefixAt(String text, int at) {
		if (at >= text.length() || !Character.isLetter(text.charAt(at))) {
			return 0;
		}
		for (var prefix : PREFIXES) {
			if (text.regionMatches(true, at, prefix, 0, prefix.length())) {
				var next = skipSpaces(text, at + prefix.length());
				if (next < text.length()
						&& (Character.isDigit(text.codePointAt(next)) || "#№".indexOf(text.charAt(next)) >= 0)) {
					return prefix.length();
				}
			}
		}
		return 0;
	}

	/** Where the letter of "10a" or "10(a)" ends. */
	private static int letterAt(String text, int at) {
		if (at < text.length() && isSmallLatin(text.charAt(at))
				&& (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)))) {
			return at + 1;
		}
		var from = skipSpaces(text, at);
		if (from + 2 < text.length() && text.charAt(from) == '(' && isSmallLatin(text.charAt(from + 1))
				&& text.charAt(from + 2) == ')' && Character.isLowerCase(text.charAt(from + 1))) {
			return from + 3;
		}
		if (from == at + 1 && from + 1 < text.length() && isSmallLatin(text.charAt(from))
				&& text.charAt(from + 1) == ')') {
			return from + 1;
		}
		return at;
	}

	private static boolean isSmallLatin(char sign) {
		return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
	}

	/** Where the dot, bracket, colon or dash behind the number ends; else {@code at}. */
	private static int terminator(String text, int at, boolean space, boolean prefixed) {
		if (at >= text.length()) {
			return at;
		}
		var sign = text.charAt(at);
		var next = (at + 1 < text.length()) ? text.charAt(at + 1) : ' ';
		var accepted = switch (sign) {
			case '.' -> !Character.isDigit(next) && (!space || prefixed);
			case ')', ']', '）', '】', '．', '。', '、', '｡' -> true;
			case ':', '：' -> !Character.isDigit(next);
			case '|' -> true;
			case '/' -> Character.isWhitespace(next);
			default -> DASHES.indexOf(sign) >= 0 && Character.isWhitespace(next);
		};
		if (!accepted) {
			return at;
		}
		var end = at + 1;
		while (end < text.length() && ".):-".indexOf(text.charAt(end)) >= 0) {
			end++;
		}
		return end;
	}

	private static @Nullable Mark letter(String text) {
		var open = text.startsWith("(") || text.startsWith("（");
		var at = open ? 1 : 0;
		var to = at;
		while (to < text.length() && to - at < 4 && Character.isLetter(text.charAt(to))) {
			to++;
		}
		if (to == at || to >= text.length()) {
			return null;
		}
		var bracket = ")）".indexOf(text.charAt(to)) >= 0;
		var dot = !open && ".．".indexOf(text.charAt(to)) >= 0;
		var apart = to + 1 >= text.length() || Character.isWhitespace(text.charAt(to + 1));
		var letters = text.substring(at, to);
		if ((!bracket && !dot) || (dot && !apart)) {
			return null;
		}
		var value = (letters.length() == 1) ? place(letters.charAt(0)) : roman(letters);
		if (value == 0) {
			return null;
		}
		var sort = Character.isUpperCase(letters.charAt(0)) ? Sort.CAPITAL : Sort.LETTER;
		return new Mark(sort, value, letters, 0, withoutLead(text.substring(to + 1)));
	}

	private static int place(char letter) {
		if (isSmallLatin(letter)) {
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

	private static int skipSpaces(String text, int from) {
		var at = from;
		while (at < text.length() && at < from + 8 && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		return at;
	}

	/** Without a bullet or dash that stands once more behind the mark. */
	private static String withoutLead(String text) {
		var rest = text.strip();
		if (rest.length() > 1 && "•·-–—*|".indexOf(rest.charAt(0)) >= 0 && Character.isWhitespace(rest.charAt(1))) {
			return rest.substring(1).strip();
		}
		return rest;
	}

}
