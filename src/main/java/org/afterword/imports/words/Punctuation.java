package org.afterword.imports.words;

/** The marks that end questions and sentences, in every script we know. */
public final class Punctuation {

	private static final String QUESTION_MARKS = "?？؟⁇⁈⁉՞\u037e‽፧꘏";

	private static final String ENDINGS = QUESTION_MARKS + ".!…。！।॥。．۔";

	/** What may follow the end of a sentence: closing quotes, brackets and spaces. */
	private static final String AFTER_ENDING = "\"”’»)] ";

	private Punctuation() {
	}

	public static boolean isQuestionMark(int character) {
		return QUESTION_MARKS.indexOf(character) >= 0;
	}

	public static boolean hasQuestionMark(String text) {
		for (var at = 0; at < text.length(); at++) {
			if (isQuestionMark(text.charAt(at))) {
				return true;
			}
		}
		return false;
	}

	public static boolean endsSentence(String text) {
		var at = text.length() - 1;
		while (at >= 0 && AFTER_ENDING.indexOf(text.charAt(at)) >= 0) {
			at--;
		}
		return at >= 0 && ENDINGS.indexOf(text.charAt(at)) >= 0;
	}

}
