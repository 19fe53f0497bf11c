package org.afterword.kernel.questions;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.questions.QuestionForms.Lead;
import org.afterword.kernel.text.Characters;
import org.jspecify.annotations.Nullable;

/** The number of a question in digits, with its letters, and the place behind it. */
record NumberInText(QuestionNumber number, int end) {

	/**
	 * The number at a place; null if there is none. "5th", "5.3", "5:30", "5%", "5km" and
	 * years are none.
	 */
	static @Nullable NumberInText at(String text, int at) {
		var value = QuestionForms.value(text, at);
		if (value == null || value.value() == 0 || (value.value() >= 1900 && value.value() < 2100)) {
			return null;
		}
		var letters = QuestionForms.letters(text, value.end(), true);
		return endsAt(text, letters.end())
				? new NumberInText(QuestionNumber.of(value.value() + letters.letters()), letters.end()) : null;
	}

	/** The number behind a lead, with its bracket closed; null if there is none. */
	static @Nullable NumberInText behind(@Nullable Lead lead, String text) {
		var number = (lead != null) ? at(text, lead.end()) : null;
		if (lead == null || number == null || lead.closing() == 0) {
			return number;
		}
		var end = Scan.skipSpaces(text, number.end());
		return (end < text.length() && text.charAt(end) == lead.closing()) ? new NumberInText(number.number(), end + 1)
				: null;
	}

	private static boolean endsAt(String text, int end) {
		if (end >= text.length()) {
			return true;
		}
		var character = text.codePointAt(end);
		if (continuesWord(character)) {
			return false;
		}
		var next = (end + 1 < text.length()) ? text.codePointAt(end + 1) : ' ';
		if (".:٫".indexOf(character) >= 0 && Character.isDigit(next)) {
			return false;
		}
		if (character == ',' && isThousands(text, end + 1)) {
			return false;
		}
		var percent = Scan.isSpace((char) character) ? next : character;
		return "%٪％".indexOf(percent) < 0;
	}

	private static boolean continuesWord(int character) {
		return character != 'و' && !mayFollowWithoutSpace(character)
				&& (Character.isLetterOrDigit(character) || Characters.isMark(character) || character == '_');
	}

	private static boolean mayFollowWithoutSpace(int character) {
		return Ahead.writtenWithoutSpaces(character)
				|| Character.UnicodeScript.of(character) == Character.UnicodeScript.HANGUL;
	}

	private static boolean isThousands(String text, int at) {
		var value = QuestionForms.value(text, at);
		return value != null && value.digits() >= 3;
	}

}
