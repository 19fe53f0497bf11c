package org.afterword.kernel.questions;

/** Numbers written in the digits of any script. */
public final class Digits {

	private Digits() {
	}

	/**
	 * @param digits at most nine
	 */
	public static int value(CharSequence digits) {
		return digits.codePoints().reduce(0, (value, digit) -> value * 10 + Character.digit(digit, 10));
	}

}
