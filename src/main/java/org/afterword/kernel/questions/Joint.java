package org.afterword.kernel.questions;

import org.jspecify.annotations.Nullable;

/**
 * What joins two numbers: a comma, an "and" or a "to".
 *
 * @param end the place behind it
 * @param range whether the numbers between the two are meant as well
 */
record Joint(int end, boolean range, boolean slash) {

	private static final String RANGE_SIGNS = "-–—~〜～到至";

	private static final String SEPARATORS = ",;،؛、，；&+/";

	/** Words for "and" that need no space behind them. */
	private static final String ATTACHED = "و和及与與或とや";

	/** The joint at a place; one that ends there if there is none. */
	static Joint at(String text, int place) {
		var at = Scan.skipSpaces(text, place);
		if (at >= text.length()) {
			return new Joint(place, false, false);
		}
		var range = endOfRangeSign(text, at);
		if (range > at) {
			return new Joint(range, true, false);
		}
		var separator = Scan.skip(text, at, SEPARATORS);
		var next = (separator > at) ? Scan.skipSpaces(text, separator) : at;
		var and = endOfAnd(text, next);
		if (and > next) {
			return new Joint(and, false, false);
		}
		return (separator > at) ? new Joint(next, false, text.charAt(at) == '/') : new Joint(place, false, false);
	}

	private static int endOfRangeSign(String text, int at) {
		if (Scan.isAt(text, at, RANGE_SIGNS)) {
			return Scan.skipSpaces(text, at + 1);
		}
		if (text.startsWith("から", at)) {
			return at + 2;
		}
		var word = Scan.word(text, at);
		return Conjunctions.TO.contains(WordKey.of(word)) ? Scan.skipSpaces(text, at + word.length()) : at;
	}

	private static int endOfAnd(String text, int at) {
		var word = Scan.word(text, at);
		var end = Scan.skipSpaces(text, at + word.length());
		if (Conjunctions.AND.contains(WordKey.of(word)) && end > at + word.length()) {
			return end;
		}
		if (text.startsWith("as well as ", at)) {
			return Scan.skipSpaces(text, at + "as well as".length());
		}
		return Scan.isAt(text, at, ATTACHED) ? Scan.skipSpaces(text, at + 1) : at;
	}

	/**
	 * The number that a joint connects to the one before; null if there is none.
	 * @param place behind the number before
	 */
	static @Nullable Next next(String text, int place) {
		var joint = at(text, place);
		if (joint.end() == place) {
			return null;
		}
		var named = NumberInText.behind(QuestionForms.lead(text, joint.end()), text);
		if (named != null) {
			return new Next(named, joint, true);
		}
		var sign = QuestionForms.sign(text, joint.end());
		var lead = QuestionForms.bracket(text, sign, QuestionForms.Kind.WORD);
		var number = NumberInText.behind(lead, text);
		return (number != null) ? new Next(number, joint, sign > joint.end() || lead.closing() != 0) : null;
	}

	/**
	 * A number that goes on.
	 *
	 * @param named whether a word, a sign or a bracket says once more that it is a number
	 */
	record Next(NumberInText number, Joint joint, boolean named) {
	}

}
