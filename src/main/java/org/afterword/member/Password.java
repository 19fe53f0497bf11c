package org.afterword.member;

import java.nio.charset.StandardCharsets;

/**
 * A password as it was chosen. Nothing prints it.
 */
public record Password(String value) {

	/** How many signs it has at least. */
	public static final int SHORTEST = 12;

	/** How many bytes it has at most. */
	public static final int LONGEST = 1_000;

	/**
	 * @throws IllegalArgumentException if it is too short or too long
	 */
	public Password {
		if (isTooShort(value) || isTooLong(value)) {
			throw new IllegalArgumentException("Not a password");
		}
	}

	public static boolean isTooShort(String value) {
		return value.codePointCount(0, value.length()) < SHORTEST;
	}

	public static boolean isTooLong(String value) {
		return value.getBytes(StandardCharsets.UTF_8).length > LONGEST;
	}

	/** Whether many people have chosen it, so that it is among the first to be tried. */
	public static boolean isCommon(String value) {
		return CommonPasswords.contain(value);
	}

	@Override
	public String toString() {
		return "a password";
	}

}
