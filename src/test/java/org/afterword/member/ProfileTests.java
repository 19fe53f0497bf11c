package org.afterword.member;

import org.afterword.member.password.Password;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProfileTests {

	@ParameterizedTest
	@ValueSource(strings = { "Tala", "TS", "Tala W. Ombati-Reyes", "李", "نورا", "می\u200cنا", "Zoë 👩🏽‍🌾" })
	void namesOfAllKindsAreKept(String name) {
		assertThat(Profile.of(name).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "...", "\u200b", "\u3164", "\u2800", "\u115f\u1160", "---", "\u202e", "\u0301" })
	void namesThatShowNothingAreRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Profile.of(name));
	}

	@ParameterizedTest
	@CsvSource({ "Tala\u202e, Tala", "\u2067Tala\u2069, Tala", "\u200fTala\u200e, Tala", "Ta\u200bla, Tala",
			"Ta\u00adla, Tala", "Ta\u0007la, Ta la", "Tala\ufeff, Tala" })
	void whatTurnsOrHidesLeavesAName(String typed, String name) {
		assertThat(Profile.of(typed).name()).isEqualTo(name);
		assertThat(new Profile("Tala", null, typed, typed, null))
			.isEqualTo(new Profile("Tala", null, name, name, null));
	}

	@Test
	void aNameKeepsAtMostEightMarksOnALetter() {
		assertThat(Profile.of("Ta" + "\u0301".repeat(30) + "la").name()).isEqualTo("Ta" + "\u0301".repeat(8) + "la");
	}

	@Test
	void aNameOf81SignsIsTooLong() {
		assertThat(Profile.of("a".repeat(80)).name()).hasSize(80);
		assertThatIllegalArgumentException().isThrownBy(() -> Profile.of("a".repeat(81)));
	}

	@Test
	void spacesAreJoinedAndBlanksAreNotSaid() {
		var profile = new Profile("  Tala \u00a0 Reyes ", " ", " Seed\tLibrary ", "", " one\r\ntwo\u0007 \n");
		assertThat(profile).isEqualTo(new Profile("Tala Reyes", null, "Seed Library", null, "one\ntwo"));
	}

	@Test
	void aPasswordIsMeasuredInSignsAndBytes() {
		assertThat(Password.isTooShort("é".repeat(11))).isTrue();
		assertThat(Password.isTooShort("😀".repeat(11))).isTrue();
		assertThat(Password.isTooShort("é".repeat(12))).isFalse();
		assertThat(Password.isTooLong("é".repeat(500))).isFalse();
		assertThat(Password.isTooLong("é".repeat(501))).isTrue();
		assertThat(new Password("a long enough one")).hasToString("a password");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "Inés Quiroga Valdés, -, IQV", "Zofia Dąbrowska-Łęcka, -, ZDŁ",
			"سلمى حداد, -, س ح", "Tala Reyes, TR2, TR2", "éa, -, É", "John (Jack) B. de la Cruz Soto, -, JJBD" })
	void whoIsShownByInitialsIsSeenByThese(String name, @Nullable String initials, String shown) {
		var profile = new Profile(name, initials, null, null, null, true);
		assertThat(profile.shown()).isEqualTo(shown);
		assertThat(Profile.of(name).shown()).isEqualTo(name);
	}

}
