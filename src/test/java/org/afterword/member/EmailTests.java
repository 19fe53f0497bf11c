package org.afterword.member;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmailTests {

	@ParameterizedTest
	@ValueSource(strings = { "tala@example.org", "tala.w+seeds@mail.example.org", "o'neil@example.org", "用户@例子.公司",
			"a@b.co" })
	void wholeAddressesAreRead(String address) {
		assertThat(Email.of(" " + address + " ")).hasToString(address);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "tala", "tala@", "@example.org", "tala@example", "tala@@example.org", "ta la@example.org",
					"tala@example..org", ".tala@example.org", "tala@-example.org", "Tala <tala@example.org>",
					"tala@example.org\r\nBcc: all@example.org", "tala@example.org\nBcc:all@example.org",
					"tala@example.org,all@example.org", "tala@example.org;x", "tala@example.org%0aBcc:x",
					"tala\u0000@example.org", "tala\u202e@example.org", "\"tala\"@example.org", "tala@[127.0.0.1]" })
	void whatIsMoreOrLessThanOneAddressIsRefused(String address) {
		assertThat(Email.matches(address)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new Email(address));
	}

	@Test
	void aHugeAddressIsRefusedAtOnce() {
		assertThat(Email.matches("a".repeat(100_000) + "@example.org")).isFalse();
		assertThat(Email.matches("a@" + "a-".repeat(120) + "!")).isFalse();
	}

	@Test
	void theCaseDoesNotMatter() {
		assertThat(new Email("Tala@Example.ORG")).isEqualTo(new Email("tala@example.org"));
	}

}
