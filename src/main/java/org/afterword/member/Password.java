package org.afterword.member;

import java.nio.charset.StandardCharsets;

/**
 * A password as it was chosen. Nothing prints it.
 */
public record Password(String value) {

	/** How many signs it has at least. */
	public static final int SHORTEST = 12;

	/** How many bytes of it are read; bcrypt ignores what follows. */
	public static final int LONGEST = 72;

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

	@Override
	public String toString() {
		return "a password";
	}

}
