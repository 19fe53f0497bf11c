package org.afterword.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.kernel.Rewording.Kind;
import org.afterword.kernel.Rewording.Piece;
import org.afterword.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RewordingTests {

	private static final int LONGEST = 65_000;

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
			red barn here              | blue shed here                | [-red barn][+blue shed] here
			one, two and three         | four, five and three          | [-one, two][+four, five] and three
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

	@Test
	void spacesAndLinesAreKeptAsTheyAre() {
		var old = "  a\r\n\r\nb\tc \u00a0 d\n";
		var now = "  a\r\nb\tc \u00a0 e\n\n";
		assertThat(without(Kind.INSERTED, Rewording.of(old, now))).isEqualTo(old);
		assertThat(without(Kind.DELETED, Rewording.of(old, now))).isEqualTo(now);
	}

	@Test
	void leavingOutWhatIsNewGivesTheOldTextAndWhatIsGoneTheNewOne() {
		var chance = new Random(14);
		for (var round = 0; round < 3_000; round++) {
			var old = anything(chance, chance.nextInt(60));
			var now = chance.nextBoolean() ? anything(chance, chance.nextInt(60)) : changed(chance, old);
			var found = Rewording.of(old, now);
			assertThat(without(Kind.INSERTED, found)).isEqualTo(old);
			assertThat(without(Kind.DELETED, found)).isEqualTo(now);
		}
	}

	@Test
	void aFewChangesInTheLongestTextAreStillFoundWordByWord() {
		var old = sentence(LONGEST).strip();
		var now = old.replaceFirst("w7 ", "seven ") + " and an end";
		var found = Rewording.of(old, now);
		assertThat(found.pieces().stream().filter(Piece::isInserted).map(Piece::text)).containsExactly("seven",
				" and an end");
	}

	@Test
	void wordsInManyLinesAreFoundLineByLine() {
		var old = lines(300, "before");
		var now = lines(300, "after");
		var found = Rewording.of(old, now);
		assertThat(without(Kind.INSERTED, found)).isEqualTo(old);
		assertThat(without(Kind.DELETED, found)).isEqualTo(now);
		assertThat(found.pieces().stream().filter(Piece::isInserted)).hasSize(300);
		assertThat(told(new Rewording(found.pieces().subList(0, 4))))
			.startsWith("Line 0 says [-before0a before0b before0c][+after0a after0b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "words", "lines", "letters", "signs", "turned", "repeated" })
	void theLongestTextsTakeLessThanASecondHoweverTheyDiffer(String kind) {
		var chance = new Random(3);
		var old = longest(kind, chance);
		var now = kind.equals("turned") ? new StringBuilder(old).reverse().toString() : longest(kind, chance);
		Pace.assertTakesNoSecond(kind, () -> Rewording.of(old, now));
		var found = Rewording.of(old, now);
		assertThat(without(Kind.INSERTED, found)).isEqualTo(old);
		assertThat(without(Kind.DELETED, found)).isEqualTo(now);
	}

	private static String numbers(int from) {
		return IntStream.range(from, from + 10_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
	}

	private static String longest(String kind, Random chance) {
		return switch (kind) {
			case "words" -> repeated(chance, LONGEST / 7, () -> "w" + chance.nextInt(1_000_000) + " ");
			case "lines" -> repeated(chance, LONGEST / 7, () -> "w" + chance.nextInt(100_000) + "\n");
			case "letters" -> repeated(chance, LONGEST / 2, () -> (char) ('a' + chance.nextInt(26)) + "\n");
			case "signs" -> repeated(chance, LONGEST, () -> "!?,;".charAt(chance.nextInt(4)) + "");
			case "turned" -> repeated(chance, LONGEST / 7, () -> "w" + chance.nextInt(100_000) + " ");
			default -> ("a ".repeat(chance.nextInt(50, 100)) + "b\n").repeat(300);
		};
	}

	private static String repeated(Random chance, int times, Supplier<String> word) {
		var text = new StringBuilder();
		for (var time = 0; time < times; time++) {
			text.append(word.get());
		}
		return text.toString();
	}

	private static String sentence(int signs) {
		var text = new StringBuilder();
		for (var word = 0; text.length() < signs - 20; word++) {
			text.append('w').append(word).append(' ');
		}
		return text.toString();
	}

	private static String lines(int lines, String word) {
		return IntStream.range(0, lines)
			.mapToObj(
					(line) -> "Line %1$d says %2$s%1$da %2$s%1$db %2$s%1$dc.\nThen comes %1$d.\n".formatted(line, word))
			.collect(Collectors.joining());
	}

	private static String anything(Random chance, int tokens) {
		var parts = List.of("a", "b", "seed", "bank", " ", "  ", "\n", "\r\n", "é", "e\u0301", "بذرة", "種", "😀", ".",
				"*", "\u200d", "\ud83d", "\u00a0", "don’t", "1,000");
		return IntStream.range(0, tokens)
			.mapToObj((token) -> parts.get(chance.nextInt(parts.size())))
			.collect(Collectors.joining());
	}

	private static String changed(Random chance, String text) {
		if (text.isEmpty()) {
			return anything(chance, 3);
		}
		var from = chance.nextInt(text.length());
		var to = chance.nextInt(from, text.length());
		return text.substring(0, from) + anything(chance, chance.nextInt(4)) + text.substring(to);
	}

	private static String without(Kind kind, Rewording found) {
		return found.pieces()
			.stream()
			.filter((one) -> one.kind() != kind)
			.map(Piece::text)
			.collect(Collectors.joining());
	}

	private static String told(Rewording rewording) {
		return rewording.pieces().stream().map((piece) -> switch (piece.kind()) {
			case KEPT -> piece.text();
			case INSERTED -> "[+" + piece.text() + "]";
			case DELETED -> "[-" + piece.text() + "]";
		}).collect(Collectors.joining());
	}

}
