package org.afterword.member.password;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordTests {

	private final PasswordEncoder encoder = new PasswordConfiguration().passwordEncoder();

	@ParameterizedTest
	@ValueSource(strings = { "administrator", "ADMINISTRATOR", "ａｄｍｉｎｉｓｔｒａｔｏｒ", "1qaz2wsx3edc", "qwertyqwerty",
			"password2026", "!!!Welcome!!!", "Mountain-2026", "passwordpassword", "dragondragondragon1", "123456789012",
			"987654321098", "aaaaaaaaaaaaaaa", "abababababab", "            ", "............" })
	void whatManyPeopleChooseIsCommon(String password) {
		assertThat(Password.isCommon(password)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "seven seeds under the snow", "a few plain words", "سبع بذور تحت الثلج", "七粒种子在雪下面过了冬",
			"xk4 hinge plum 91", "294761058332", "dragon oils the hinge" })
	void whatFewPeopleChooseIsNot(String password) {
		assertThat(Password.isCommon(password)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Reed Beds of Asia", "reedbedsofasia1", "ReedBeds2026!", "2026 Asia Reed",
			"reed-beds-reed-beds", "ＲｅｅｄＢｅｄｓ２０２６" })
	void theNameOfTheCommunityIsNoPassword(String password) {
		assertThat(Password.isGuessable(password, "tala", "tala@example.org", "Reed Beds of Asia")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "reed beds under the snow", "seven seeds under the snow", "294761058332", "of of of of of" })
	void wordsBesidesItMakeOne(String password) {
		assertThat(Password.isGuessable(password, "tala", "tala@example.org", "Reed Beds of Asia")).isFalse();
	}

	@Test
	void aNameInAnyScriptCountsAndNoneRefusesNothing() {
		assertThat(Password.isGuessable("أحواض القصب 2026", "tala", "", "أحواض القصب")).isTrue();
		assertThat(Password.isGuessable("seedseedseed", "tala", "", "Seed seeds")).isTrue();
		assertThat(Password.isGuessable("seeds2026seeds", "tala", "", "Seed seeds")).isTrue();
		assertThat(Password.isGuessable("reedbedsofasia1", "tala", "", "")).isFalse();
	}

	@Test
	void aHashOfTheOlderMethodIsReadAndReplaced() {
		var old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("seven seeds under the snow");
		assertThat(this.encoder.matches("seven seeds under the snow", old)).isTrue();
		assertThat(this.encoder.matches("eight seeds under the snow", old)).isFalse();
		assertThat(this.encoder.upgradeEncoding(old)).isTrue();
		var now = this.encoder.encode("seven seeds under the snow");
		assertThat(now).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(this.encoder.upgradeEncoding(now)).isFalse();
	}

	@Test
	void ofALongPasswordEverySignCounts() {
		var hash = this.encoder.encode("é".repeat(400) + "a");
		assertThat(this.encoder.matches("é".repeat(400) + "a", hash)).isTrue();
		assertThat(this.encoder.matches("é".repeat(400) + "b", hash)).isFalse();
	}

	@Test
	void manyAtOnceWaitForEachOther() {
		var hash = this.encoder.encode("seven seeds under the snow");
		assertThat(IntStream.range(0, 12).parallel().filter((i) -> this.encoder.matches("seven seeds " + i, hash)))
			.isEmpty();
	}

}
