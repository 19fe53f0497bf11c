package org.afterword.imports;

import java.util.Locale;

import org.afterword.kernel.questions.QuestionForms;
import org.afterword.kernel.questions.QuestionForms.Kind;
import org.afterword.kernel.questions.QuestionForms.Lead;
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

	private static final String OPENING = "([（［【";

	/** A longer number is a year with a month, or a telephone. */
	private static final int MOST_DIGITS = 4;

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
		var before = QuestionForms.numbered(text);
		if (before != null) {
			var word = skipSpaces(text, before.end());
			var end = terminator(text, word, false, true);
			return (end > word) ? new Mark(Sort.NAMED, before.value(), "", 0, withoutLead(text.substring(end))) : null;
		}
		var open = !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0;
		var start = open ? skipSpaces(text, 1) : 0;
		var lead = QuestionForms.lead(text, start);
		var sign = (lead != null) ? lead.end() : sign(text, start);
		var prefixed = sign > start;
		var value = QuestionForms.value(text, sign);
		if (value == null || value.digits() > MOST_DIGITS) {
			return null;
		}
		var at = value.end();
		var closed = value.closed();
		var minor = minor(text, at);
		if (minor > 0) {
			at += 2;
			closed = at >= text.length() || Character.isWhitespace(text.charAt(at));
		}
		var letters = (minor > 0) ? new QuestionForms.Letters("", at)
				: QuestionForms.letters(text, at, lead != null && lead.kind() != Kind.ORDINAL);
		if (letters.end() > at) {
			var dotted = text.charAt(at) == '.' && letters.end() == at + 2;
			at = letters.end();
			closed = isClosing(text.charAt(at - 1))
					|| (dotted && (at >= text.length() || Character.isWhitespace(text.charAt(at))));
		}
		var afterDigits = at;
		if (lead != null && lead.kind() == Kind.ORDINAL) {
			at = QuestionForms.ordinalEnd(text, at);
			if (at < 0) {
				return null;
			}
			closed = true;
		}
		at = skipSpaces(text, at);
		var tab = text.substring(afterDigits, at).indexOf('\t') >= 0;
		if (lead != null && lead.closing() != 0) {
			if (at >= text.length() || text.charAt(at) != lead.closing()) {
				return null;
			}
			closed = true;
			at++;
		}
		if (open) {
			if (at >= text.length() || !isClosing(text.charAt(at))) {
				return null;
			}
			closed = true;
			at++;
		}
		var sort = sort(text, start, lead, prefixed);
		var end = terminator(text, at, at > afterDigits, prefixed && sort != Sort.HASH);
		if (end > at) {
			at = end;
		}
		else if (minor > 0 && !closed) {
			return null;
		}
		else if (!closed && !tab) {
			var space = at > afterDigits || at >= text.length();
			var bracket = at < text.length() && "([（".indexOf(text.charAt(at)) >= 0;
			if (prefixed) {
				if (!space && !bracket) {
					return null;
				}
			}
			else if (space && letters.letters().isEmpty()) {
				sort = Sort.BARE;
			}
			else {
				return null;
			}
		}
		return new Mark(sort, value.value(), letters.letters(), minor, withoutLead(text.substring(at)));
	}

	/** "No. 5", "#5", and 问5, which in a sentence would ask five people. */
	private static int sign(String text, int at) {
		var asks = at < text.length() && "问問".indexOf(text.charAt(at)) >= 0;
		return asks ? skipSpaces(text, at + 1) : QuestionForms.sign(text, at);
	}

	/** "Q5" and "(5)" number a list; "Question 5" and "No. 5" refer to one as well. */
	private static Sort sort(String text, int start, @Nullable Lead lead, boolean prefixed) {
		if (lead != null) {
			return (lead.kind() == Kind.WORD) ? Sort.NAMED : Sort.NUMBER;
		}
		if (!prefixed) {
			return Sort.NUMBER;
		}
		var first = text.charAt(start);
		return (first == '问' || first == '問') ? Sort.NUMBER : Character.isLetter(first) ? Sort.NAMED : Sort.HASH;
	}

	/** The 2 of "10.2". */
	private static int minor(String text, int at) {
		var follows = at + 1 < text.length() && text.charAt(at) == '.' && Character.digit(text.charAt(at + 1), 10) > 0
				&& !(at + 2 < text.length() && Character.isDigit(text.charAt(at + 2)));
		return follows ? Character.digit(text.charAt(at + 1), 10) : 0;
	}

	private static boolean isClosing(char sign) {
		return ")]）］】".indexOf(sign) >= 0;
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
