package org.afterword.member.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Stream;

/** A password as it was chosen. Nothing prints it. */
public record Password(String value) {

	/** How many characters it has at least. */
	public static final int SHORTEST = 12;

	/** Shorter words are part of any password by chance. */
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

	/** Whether many people have chosen it, so that attackers try it first. */
	public static boolean isCommon(String value) {
		return CommonPasswords.contain(value);
	}

	/**
	 * Whether it is only the handle, the address, or the name of the community or the
	 * program, with digits and punctuation around it.
	 * @param community empty where it has no name yet
	 */
	public static boolean isGuessable(String value, String handle, String email, String community) {
		var mailbox = email.substring(0, Math.max(0, email.indexOf('@')));
		return isMadeOf(value, Stream.concat(Stream.of(email, handle, mailbox, "afterword"), wordsOf(community)));
	}

	/**
	 * A name as people write it into a password: whole, in one word, or some of its
	 * words.
	 */
	private static Stream<String> wordsOf(String name) {
		return Stream.concat(Stream.of(name, name.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "")),
				Arrays.stream(name.split("[^\\p{L}\\p{M}\\p{N}]+")));
	}

	/**
	 * Whether it is some of these words in a row, and otherwise only digits and
	 * punctuation.
	 */
	private static boolean isMadeOf(String value, Stream<String> words) {
		var text = plain(value);
		var parts = words.map(Password::plain).filter((word) -> word.length() >= SHORTEST_WORD).distinct().toList();
		// How far one gets without a word, and with one: words may begin alike.
		var without = new BitSet();
		var with = new BitSet();
		without.set(0);
		for (var at = 0; at < text.length(); at++) {
			if (!without.get(at) && !with.get(at)) {
				continue;
			}
			var sign = text.codePointAt(at);
			if (!Character.isLetter(sign)) {
				(with.get(at) ? with : without).set(at + Character.charCount(sign));
			}
			for (var word : parts) {
				if (text.startsWith(word, at)) {
					with.set(at + word.length());
				}
			}
		}
		return with.get(text.length());
	}

	private static String plain(String words) {
		return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return "a password";
	}

}
