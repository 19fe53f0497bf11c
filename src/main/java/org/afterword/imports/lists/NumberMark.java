package org.afterword.imports.lists;

import org.afterword.kernel.questions.QuestionForms;
import org.afterword.kernel.questions.QuestionForms.Kind;
import org.afterword.kernel.questions.QuestionForms.Lead;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number before an entry, "5.", "Q5:", "(5)", "#5", "10a.", from left to right:
 * what introduces it, the digits, the sub-number, and what ends it.
 */
final class NumberMark {

	/** A longer number is a year with a month, or part of a phone number. */
	private static final int MOST_DIGITS = 4;

	private static final int MOST_SPACES = 8;

	private static final String OPENING = "([（［【";

	private static final String CLOSING = ")]）］】";

	private static final String DASHES = "-–—";

	private final String text;

	/** The next character to read. */
	private int at;

	/** A bracket or ideograph closed the number, so that no dot or colon has to. */
	private boolean closed;

	/** What introduces the number, "Question" or "Q"; null for a sign or nothing. */
	private @Nullable Lead lead;

	/** Whether a word or sign introduces the number. */
	private boolean prefixed;

	private Mark.Sort sort = Mark.Sort.NUMBER;

	private NumberMark(String text) {
		this.text = text;
	}

	/** Null if the text begins with none. */
	static @Nullable Mark read(String text) {
		var mark = new NumberMark(text);
		var before = QuestionForms.numbered(text);
		return (before != null) ? mark.beforeWord(before) : mark.read();
	}

	/** "5. Frage:", "5-savol:". */
	private @Nullable Mark beforeWord(QuestionForms.Value number) {
		this.at = number.end();
		skipSpaces();
		var end = terminatorEnd(false, true);
		if (end == this.at) {
			return null;
		}
		this.at = end;
		return mark(Mark.Sort.NAMED, number.value(), "", 0);
	}

	private @Nullable Mark read() {
		var open = readOpening();
		readPrefix();
		var value = readValue();
		if (value < 0) {
			return null;
		}
		var minor = readMinor();
		var letters = (minor > 0) ? "" : readLetters();
		var end = this.at;
		if (!readOrdinalWord() || !readClosing(open)) {
			return null;
		}
		var ended = readEnd(this.text.substring(end, this.at), minor > 0, !letters.isEmpty());
		return (ended != null) ? mark(ended, value, letters, minor) : null;
	}

	/** Reads an opening bracket; false if there is none. */
	private boolean readOpening() {
		var open = isOneOf(OPENING, 0);
		if (open) {
			this.at++;
			skipSpaces();
		}
		return open;
	}

	/** Reads what introduces the number: "Question", "No.", "#". */
	private void readPrefix() {
		var start = this.at;
		this.lead = QuestionForms.lead(this.text, start);
		this.at = (this.lead != null) ? this.lead.end() : signEnd(start);
		this.prefixed = this.at > start;
		this.sort = sort(start, this.lead);
	}

	/** Reads the digits; -1 if there are none, or too many. */
	private int readValue() {
		var value = QuestionForms.value(this.text, this.at);
		if (value == null || value.digits() > MOST_DIGITS) {
			return -1;
		}
		this.at = value.end();
		this.closed = value.closed();
		return value.value();
	}

	private Mark mark(Mark.Sort sort, int value, String letters, int minor) {
		return new Mark(sort, value, letters, minor, Mark.withoutBullet(this.text.substring(this.at)));
	}

	/**
	 * "Q5" and "(5)" number a list; "Question 5" and "No. 5" may also refer to a
	 * question.
	 */
	private Mark.Sort sort(int start, @Nullable Lead lead) {
		if (lead != null) {
			return (lead.kind() == Kind.WORD) ? Mark.Sort.NAMED : Mark.Sort.NUMBER;
		}
		if (!this.prefixed || isAsk(start)) {
			return Mark.Sort.NUMBER;
		}
		return Character.isLetter(this.text.charAt(start)) ? Mark.Sort.NAMED : Mark.Sort.HASH;
	}

	/** After "No.", "#", and 问, which within a sentence would ask five people. */
	private int signEnd(int from) {
		return isAsk(from) ? spacesEnd(from + 1) : QuestionForms.sign(this.text, from);
	}

	private boolean isAsk(int from) {
		return isOneOf("问問", from);
	}

	/** Reads the 2 of "10.2"; 0 if there is none. */
	private int readMinor() {
		var digit = isOneOf(".", this.at) && this.at + 1 < this.text.length()
				? Character.digit(this.text.charAt(this.at + 1), 10) : 0;
		if (digit <= 0 || (this.at + 2 < this.text.length() && Character.isDigit(this.text.charAt(this.at + 2)))) {
			return 0;
		}
		this.at += 2;
		this.closed = isSpaceOrEnd();
		return digit;
	}

	/** Reads the "a" of "10a", "10(a)", "10.a"; empty if there is none. */
	private String readLetters() {
		var named = this.lead != null && this.lead.kind() != Kind.ORDINAL;
		var letters = QuestionForms.letters(this.text, this.at, named);
		if (letters.end() > this.at) {
			var dotted = this.text.charAt(this.at) == '.' && letters.end() == this.at + 2;
			this.at = letters.end();
			this.closed = isOneOf(CLOSING, this.at - 1) || (dotted && isSpaceOrEnd());
		}
		return letters.letters();
	}

	/** Reads the 问题 that 第5 needs; false if it is missing. */
	private boolean readOrdinalWord() {
		if (this.lead == null || this.lead.kind() != Kind.ORDINAL) {
			return true;
		}
		this.at = QuestionForms.ordinalEnd(this.text, this.at);
		this.closed = true;
		return this.at >= 0;
	}

	/** Reads the brackets that were opened before the number; false if one is missing. */
	private boolean readClosing(boolean open) {
		skipSpaces();
		var inner = this.lead == null || this.lead.closing() == 0 || readOneOf(String.valueOf(this.lead.closing()));
		return inner && (!open || readOneOf(CLOSING));
	}

	private boolean readOneOf(String brackets) {
		if (!isOneOf(brackets, this.at)) {
			return false;
		}
		this.closed = true;
		this.at++;
		return true;
	}

	/**
	 * Reads the dot, bracket or colon after the number; null if it needs one.
	 * @param between the spaces and brackets between the digits and this place
	 * @param minor whether it is a number like 10.2
	 * @param letters whether it is a number like 10a
	 */
	private Mark.@Nullable Sort readEnd(String between, boolean minor, boolean letters) {
		var end = terminatorEnd(!between.isEmpty(), this.prefixed && this.sort != Mark.Sort.HASH);
		if (end > this.at) {
			this.at = end;
			return this.sort;
		}
		if (this.closed || (!minor && between.indexOf('\t') >= 0)) {
			return this.sort;
		}
		var spaced = !between.isEmpty() || this.at >= this.text.length();
		if (minor) {
			return null;
		}
		if (this.prefixed) {
			return (spaced || isOneOf("([（", this.at)) ? this.sort : null;
		}
		return (spaced && !letters) ? Mark.Sort.BARE : null;
	}

	/**
	 * The end of the dot, bracket, colon or dash here; the same place if there is none.
	 */
	private int terminatorEnd(boolean spaced, boolean prefixed) {
		if (this.at >= this.text.length() || !isTerminator(spaced, prefixed)) {
			return this.at;
		}
		var end = this.at + 1;
		while (isOneOf(".):-", end)) {
			end++;
		}
		return end;
	}

	private boolean isTerminator(boolean spaced, boolean prefixed) {
		var character = this.text.charAt(this.at);
		var next = (this.at + 1 < this.text.length()) ? this.text.charAt(this.at + 1) : ' ';
		return switch (character) {
			case '.' -> !Character.isDigit(next) && (!spaced || prefixed);
			case ')', ']', '）', '】', '．', '。', '、', '｡', '|' -> true;
			case ':', '：' -> !Character.isDigit(next);
			case '/' -> Character.isWhitespace(next);
			default -> DASHES.indexOf(character) >= 0 && Character.isWhitespace(next);
		};
	}

	private boolean isOneOf(String characters, int place) {
		return place < this.text.length() && characters.indexOf(this.text.charAt(place)) >= 0;
	}

	private boolean isSpaceOrEnd() {
		return this.at >= this.text.length() || Character.isWhitespace(this.text.charAt(this.at));
	}

	private void skipSpaces() {
		this.at = spacesEnd(this.at);
	}

	private int spacesEnd(int from) {
		var end = from;
		while (end < this.text.length() && end < from + MOST_SPACES && Character.isWhitespace(this.text.charAt(end))) {
			end++;
		}
		return end;
	}

}
