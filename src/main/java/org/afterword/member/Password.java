package org.afterword.member;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A password as it was chosen. Nothing prints it.
 */
public record Password(String value) {

	/** How many signs it has at least. */
	public static final int SHORTEST = 12;

	/** What is shorter may stand in any password. */
	private static final int SHORTEST_WORD = 3;

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

	/** Whether some of these words are in it, and else only digits and signs. */
	static boolean isMadeOf(String value, Stream<String> words) {
		var whole = value.toLowerCase(Locale.ROOT);
		var rest = words.map((word) -> word.toLowerCase(Locale.ROOT))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.reduce(whole, (left, word) -> left.replace(word, ""));
		return !rest.equals(whole) && rest.codePoints().noneMatch(Character::isLetter);
	}

	@Override
	public String toString() {
		return "a password";
	}

}
