package org.afterword.kernel.questions;

import java.util.Locale;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which people write the number of a question: "Q5", "Qn. 5", "question no.
 * (5)", "Frage 5", "第5问", "10(a)". Used for imported lists and for the text of replies.
 * Looks at a bounded number of characters behind a place.
 */
public final class QuestionForms {

	private static final int MOST_DIGITS = 5;

	private static final String OPENING = "([（［【";

	private static final String CLOSING = ")]）］】";

	/** The last letter that ends a number as in "10 h", where a clause ends behind it. */
	private static final char LAST_SPACED_LETTER = 'h';

	private QuestionForms() {
	}

	/** How a number is introduced. */
	public enum Kind {

		/** "Question". */
		WORD,

		/** "Q". */
		BRIEF,

		/** 第, which needs a word behind the number. */
		ORDINAL

	}

	/**
	 * What stands before the number of a question.
	 *
	 * @param end where the number begins
	 * @param closing the bracket that must stand behind the number; 0 for none
	 */
	public record Lead(Kind kind, int end, char closing) {
	}

	/**
	 * A number in the digits of any script, or one in a circle.
	 *
	 * @param digits how many digits it has
	 * @param closed whether it is a symbol that no digit can follow, like ⑤ and 5️⃣
	 */
	public record Value(int value, int end, int digits, boolean closed) {
	}

	/** The "a" of "10a", in lower case; empty for none. */
	public record Letters(String letters, int end) {
	}

	/**
	 * Reads the word for a question, and all that may stand between it and the number.
	 * Whether a number follows is not checked.
	 * @return null if none begins at this place
	 */
	public static @Nullable Lead lead(String text, int at) {
		if (Scan.isAt(text, at, "第")) {
			return new Lead(Kind.ORDINAL, Scan.skipSpaces(text, at + 1), (char) 0);
		}
		var unspaced = Scan.lengthOfFirst(text, at, QuestionTerms.UNSPACED);
		return (unspaced > 0) ? unspacedLead(text, at + unspaced) : spacedLead(text, at);
	}

	private static Lead unspacedLead(String text, int at) {
		var end = Scan.skip(text, Scan.skipSpaces(text, at), "第");
		end = Scan.skipSpaces(text, Scan.skip(text, end, "号號"));
		return bracket(text, sign(text, Scan.skip(text, end, "QqＱｑ")), Kind.WORD);
	}

	private static @Nullable Lead spacedLead(String text, int at) {
		var end = Scan.skipWord(text, at);
		if (end == at || Ahead.writtenWithoutSpaces(text.codePointAt(at))) {
			return null;
		}
		var word = WordKey.of(text.substring(at, end));
		var brief = QuestionTerms.BRIEF.contains(word);
		if (brief || QuestionTerms.SHORTENED.contains(word)) {
			end = Scan.skip(text, end, ".");
		}
		else if (word.equals("cau")) {
			// Vietnamese writes it as two words.
			end = skipSecondWord(text, end, "hoi");
		}
		else if (!QuestionTerms.QUESTION.contains(word)) {
			return null;
		}
		var hyphen = Scan.skip(text, end, "-‐‑");
		end = (hyphen > end) ? hyphen : Scan.skipSpaces(text, end);
		return bracket(text, sign(text, end), brief ? Kind.BRIEF : Kind.WORD);
	}

	/**
	 * The place behind a certain word that follows here; the same place if it does not.
	 */
	private static int skipSecondWord(String text, int at, String key) {
		var second = Scan.skipSpaces(text, at);
		var end = Scan.skipWord(text, second);
		return WordKey.of(text.substring(second, end)).equals(key) ? end : at;
	}

	/** Reads a bracket before a number, which must be closed behind it. */
	static Lead bracket(String text, int at, Kind kind) {
		var opening = (at < text.length()) ? OPENING.indexOf(text.charAt(at)) : -1;
		return (opening < 0) ? new Lead(kind, at, (char) 0)
				: new Lead(kind, Scan.skipSpaces(text, at + 1), CLOSING.charAt(opening));
	}

	/**
	 * Reads "no.", "#" or "n°" and the spaces behind it.
	 * @return the place behind them; the same place if there is none
	 */
	public static int sign(String text, int at) {
		if (Scan.isAt(text, at, "#№＃")) {
			return Scan.skipSpaces(text, at + 1);
		}
		var end = Scan.skipWord(text, at);
		if (end == at) {
			return at;
		}
		var word = WordKey.of(text.substring(at, end));
		if (QuestionTerms.NUMBER.contains(word)) {
			return Scan.skipSpaces(text, Scan.skip(text, end, "."));
		}
		var behind = switch (word) {
			case "под" -> skipSecondWord(text, end, "номером");
			case "n" -> skipDegree(text, end);
			// Indonesian: "pertanyaan ke-5".
			case "ke" -> Scan.skip(text, end, "-");
			default -> end;
		};
		if (behind == end) {
			return at;
		}
		return word.equals("ke") ? behind : Scan.skipSpaces(text, behind);
	}

	/** Behind the "n" of "n°5", "n.º 5" and of "n.o 5" in Portuguese and Spanish. */
	private static int skipDegree(String text, int at) {
		var dot = Scan.skip(text, at, ".");
		if (dot > at && Scan.isAt(text, dot, "o") && Scan.skipWord(text, dot) == dot + 1) {
			return Scan.skip(text, dot + 1, ".");
		}
		return Scan.skip(text, dot, "°º");
	}

	/** The number at this place; null if there is none, or one with too many digits. */
	public static @Nullable Value value(String text, int at) {
		if (at < text.length() && text.charAt(at) >= '①' && text.charAt(at) <= '⒛') {
			// Three rows of twenty: in circles, in parentheses, with a full stop.
			return new Value((text.charAt(at) - '①') % 20 + 1, at + 1, 1, true);
		}
		var value = 0;
		var digits = 0;
		var end = at;
		while (end < text.length() && Character.isDigit(text.codePointAt(end))) {
			if (++digits > MOST_DIGITS) {
				return null;
			}
			value = value * 10 + Character.digit(text.codePointAt(end), 10);
			end += Character.charCount(text.codePointAt(end));
		}
		if (digits == 0) {
			return null;
		}
		// 1️⃣ is a digit, a variation selector and an enclosing keycap.
		var variation = Scan.skip(text, end, "\ufe0f");
		var keycap = Scan.skip(text, variation, "\u20e3");
		return new Value(value, keycap, digits, keycap > variation);
	}

	/**
	 * Reads the letter behind a number: "10a", "10(a)", "10 (a)", "10.a", "10-a", "10
	 * a)"; and behind the number of a question "10 a" as well, where a clause ends.
	 * @param named whether the number certainly is that of a question
	 */
	public static Letters letters(String text, int at, boolean named) {
		var attached = skipLetter(text, at);
		if (attached > at) {
			return letters(text, at, attached);
		}
		var from = Scan.skipSpaces(text, at);
		if (from <= at + 1 && Scan.isAt(text, from, OPENING) && isLowerCaseAt(text, from + 1)
				&& Scan.isAt(text, from + 2, CLOSING)) {
			return new Letters(text.substring(from + 1, from + 2), from + 3);
		}
		var none = new Letters("", at);
		if (Scan.isAt(text, at, ".-") && isLowerCaseAt(text, at + 1)) {
			var end = skipLetter(text, at + 1);
			return (end > at + 1 && !abbreviates(text, end)) ? letters(text, at + 1, end) : none;
		}
		var spaced = from == at + 1 && skipLetter(text, from) == from + 1 && endsNumber(text, from, named);
		return spaced ? letters(text, from, from + 1) : none;
	}

	private static Letters letters(String text, int from, int to) {
		return new Letters(text.substring(from, to).toLowerCase(Locale.ROOT), to);
	}

	/** Whether a letter that a space separates from a number belongs to it. */
	private static boolean endsNumber(String text, int letter, boolean named) {
		return Scan.isAt(text, letter + 1, ")") || (named
				&& Character.toLowerCase(text.charAt(letter)) <= LAST_SPACED_LETTER && endsClause(text, letter + 1));
	}

	/** Whether an abbreviation such as "5.e.g." goes on here. */
	private static boolean abbreviates(String text, int at) {
		return text.startsWith(".", at) && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
	}

	/**
	 * The place behind one Latin letter that stands alone, or two as after 10z; the same
	 * place if there is none.
	 */
	private static int skipLetter(String text, int at) {
		if (!isLetterAt(text, at)) {
			return at;
		}
		var two = text.charAt(at) == 'a' && isLowerCaseAt(text, at + 1) && text.charAt(at + 1) != 'm';
		var end = two ? at + 2 : at + 1;
		return (end < text.length() && continuesWord(text.codePointAt(end))) ? at : end;
	}

	private static boolean continuesWord(int character) {
		return (Character.isLetterOrDigit(character) && !Ahead.writtenWithoutSpaces(character))
				|| Characters.isMark(character) || character == '_';
	}

	/** Whether a clause ends behind a letter, or the next letter is named. */
	private static boolean endsClause(String text, int at) {
		var from = Scan.skipSpaces(text, at);
		if (from >= text.length() || text.charAt(from) == '\n') {
			return true;
		}
		if (Scan.isAt(text, from, ",;:.!?)]、，：。/&–—")) {
			// But not in "e.g."
			return from + 1 >= text.length() || !Character.isLetter(text.charAt(from + 1));
		}
		var end = Scan.skipWord(text, from);
		var next = Scan.skipSpaces(text, end);
		return Conjunctions.AND.contains(WordKey.of(text.substring(from, end))) && next > end
				&& skipLetter(text, next) == next + 1
				&& Character.toLowerCase(text.charAt(next)) == Character.toLowerCase(text.charAt(at - 1)) + 1;
	}

	/**
	 * Reads a number before its word, at the beginning of a text: "5. Frage", "5-savol".
	 * @return null if the text does not begin so
	 */
	public static @Nullable Value numbered(String text) {
		return (!text.isEmpty() && Character.isDigit(text.codePointAt(0))) ? NumberBeforeWord.atStartOf(text) : null;
	}

	/** The place behind 问题 that follows 第5; -1 if it does not follow. */
	public static int ordinalEnd(String text, int at) {
		var from = Scan.skipSpaces(text, Scan.skip(text, Scan.skipSpaces(text, at), "个個号號道條条"));
		var length = Scan.lengthOfFirst(text, from, QuestionTerms.AFTER_ORDINAL);
		// 问卷 is a questionnaire.
		return (length == 0 || text.startsWith("卷", from + length)) ? -1 : from + length;
	}

	private static boolean isLetterAt(String text, int at) {
		return isLowerCaseAt(text, at) || (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z');
	}

	private static boolean isLowerCaseAt(String text, int at) {
		return at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
	}

}
