package org.afterword.kernel.questions;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The form in which words are compared: lower case, without accents and vowel signs. */
final class WordKey {

	private static final int ARABIC_TATWEEL = 'ـ';

	private WordKey() {
	}

	static String of(String word) {
		var key = new StringBuilder();
		Normalizer.normalize(word, Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter((character) -> Character.getType(character) != Character.NON_SPACING_MARK
					&& character != ARABIC_TATWEEL)
			.forEach(key::appendCodePoint);
		return key.toString();
	}

	static Set<String> setOf(String... words) {
		return Arrays.stream(words).map(WordKey::of).collect(Collectors.toUnmodifiableSet());
	}

}
