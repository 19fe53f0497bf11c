package org.afterword.kernel;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RewordingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Who keeps the seed?        | Who keeps the seed?           | Who keeps the seed?
			Who keeps the seed?        | Who keeps the dry seed?       | Who keeps the [+dry ]seed?
			Who keeps the wet seed?    | Who keeps the seed?           | Who keeps the [-wet ]seed?
			Who keeps the seed?        | Who dries the seed?           | Who [-keeps][+dries] the seed?
			من يحفظ البذور؟            | من يجفف البذور؟               | من [-يحفظ][+يجفف] البذور؟
			谁保存种子                  | 谁干燥种子                     | 谁[-保存][+干燥]种子
			''                         | Who?                          | [+Who?]
			Who?                       | ''                            | [-Who?]
			''                         | ''                            | ''
			""")
	void wordsAreKeptTakenOutAndPutIn(String before, String after, String told) {
		assertThat(told(Rewording.of(before, after))).isEqualTo(told);
	}

	@Test
	void whatIsKeptAndTakenOutIsTheOldTextAndTheRestTheNewOne() {
		var before = "One line.\n\nAnother, with a <b>sign</b>.\r\nA third.";
		var after = "Another, with a sign.\n\nA third, and\u00a0more \uD83C\uDF31.";
		var pieces = Rewording.of(before, after).pieces();
		assertThat(pieces.stream().filter((piece) -> !piece.isInserted()).map(Rewording.Piece::text))
			.satisfies((texts) -> assertThat(String.join("", texts)).isEqualTo(before));
		assertThat(pieces.stream().filter((piece) -> !piece.isDeleted()).map(Rewording.Piece::text))
			.satisfies((texts) -> assertThat(String.join("", texts)).isEqualTo(after));
	}

	@Test
	void aVeryLongTextIsComparedByItsLines() {
		var before = "five words stand in here\n".repeat(1_000);
		var rewording = Rewording.of(before, before + "and one more\n");
		assertThat(rewording.pieces()).containsExactly(new Rewording.Piece(Rewording.Kind.KEPT, before),
				new Rewording.Piece(Rewording.Kind.INSERTED, "and one more\n"));
	}

	@Test
	void twoLongTextsThatHaveNothingInCommonTakeNoTime() {
		var before = numbers(0);
		var after = numbers(20_000);
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThatCode(() -> Rewording.of(before, after)).doesNotThrowAnyException());
		assertThat(Rewording.of(before, after).pieces()).extracting(Rewording.Piece::kind)
			.containsExactly(Rewording.Kind.DELETED, Rewording.Kind.INSERTED);
	}

	private static String numbers(int from) {
		return IntStream.range(from, from + 10_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
	}

	private static String told(Rewording rewording) {
		return rewording.pieces().stream().map((piece) -> switch (piece.kind()) {
			case KEPT -> piece.text();
			case INSERTED -> "[+" + piece.text() + "]";
			case DELETED -> "[-" + piece.text() + "]";
		}).collect(Collectors.joining());
	}

}
