package org.afterword.member.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that many people have chosen, which attackers try first. Digits and
 * punctuation around a common word, or writing it twice, do not make it better.
 */
final class CommonPasswords {

	/** A password of no more different characters than this is refused. */
	private static final int FEW_CHARACTERS = 3;

	private CommonPasswords() {
	}

	static boolean contain(String password) {
		var plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
		var word = once(plain.replaceAll("^[^\\p{L}]++|(?<![^\\p{L}])[^\\p{L}]++$", ""));
		return plain.codePoints().distinct().count() <= FEW_CHARACTERS || isListed(plain) || isListed(once(plain))
				|| isListed(word) || (word.isEmpty() && isCounted(plain));
	}

	private static boolean isListed(String word) {
		return !word.isEmpty() && Lazy.LIST.contains(word);
	}

	/** What is repeated, if nothing but repetition is there. */
	private static String once(String text) {
		var at = (text + text).indexOf(text, 1);
		return (at > 0) ? text.substring(0, at) : text;
	}

	/** Each digit one more or one less than the one before: 1234567890, 98765432. */
	private static boolean isCounted(String text) {
		return isCounted(text, 1) || isCounted(text, 9);
	}

	private static boolean isCounted(String text, int step) {
		for (var i = 1; i < text.length(); i++) {
			if ((text.charAt(i - 1) - '0' + step) % 10 != text.charAt(i) - '0') {
				return false;
			}
		}
		return true;
	}

	/** Read when the first password is chosen; some 5 MB from then on. */
	private static final class Lazy {

		private static final Set<String> LIST = read();

		private static Set<String> read() {
			try (InputStream list = Objects
				.requireNonNull(CommonPasswords.class.getResourceAsStream("/common-passwords.txt"));
					var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
				return lines.lines().collect(Collectors.toUnmodifiableSet());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
