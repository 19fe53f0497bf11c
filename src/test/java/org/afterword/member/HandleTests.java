package org.afterword.member;

import org.afterword.kernel.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HandleTests {

	@ParameterizedTest
	@ValueSource(strings = { "tala", "tala-w", "tala_9", "9lives", "日本", "амара", "ليلى", "éva", "à1", "ab" })
	void peopleAreCalledInAnyScript(String name) {
		var handle = new Handle(name);
		assertThat(handle.isDeceptive()).isFalse();
		assertThat(handle.isReserved()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "-tala", "_tala", "ta la", "ta.la", "tala@x", "ta/la", "tala\n", "ta\u0000la",
			"ta\u202ela", "ta\u200bla", "<b>", "'; drop table member", "abcdefghijklmnopqrstuvwxyz12345", "😀😀" })
	void whatIsNoNameIsRefused(String name) {
		assertThat(Handle.matches(name)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new Handle(name));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> Handle.of(name));
	}

	@Test
	void theCaseDoesNotMatter() {
		assertThat(new Handle("TALA")).isEqualTo(new Handle("tala")).hasToString("tala");
		assertThat(new Handle("ｔａｌａ")).isEqualTo(new Handle("tala"));
		assertThat(Handle.of("Éva")).isEqualTo(new Handle("e\u0301va"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "İİİİİİİİİİİİİİİİİİİİİİİİİİİİİİ", "ΤΆΛΑΣ" })
	void lettersThatChangeTheirLengthBreakNothing(String name) {
		assertThat(Handle.matches(name)).isEqualTo(name.length() < 30);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "admin", "ADMIN", "adrnin", "m0derator", "afterw0rd", "rооt", "former-member", "everyone" })
	void nobodyPassesForTheForumItself(String name) {
		var handle = new Handle(name);
		assertThat(handle.isReserved() || handle.isDeceptive()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "amara, arnara", "bob, b0b", "lila, 1ila", "сора, copa" })
	void whatLooksAlikeHasOneSkeleton(String one, String other) {
		assertThat(new Handle(one).skeleton()).isEqualTo(new Handle(other).skeleton());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tаla", "tala९", "ta١la٢a3" })
	void alphabetsAreNotMixed(String name) {
		assertThat(new Handle(name).isDeceptive()).isTrue();
	}

	@Test
	void differentNamesLookDifferent() {
		assertThat(new Handle("tala").skeleton()).isNotEqualTo(new Handle("talo").skeleton());
	}

}
