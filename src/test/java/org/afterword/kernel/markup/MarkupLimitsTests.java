package org.afterword.kernel.markup;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.kernel.Budget;
import org.afterword.kernel.CarefulReading;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * No text stops the forum: reading takes less than a second of a processor, and what
 * comes out is bounded by what went in, or refused.
 */
class MarkupLimitsTests {

	private static final int LONGEST = 65_000;

	private static final int MOST = 512 * 1024;

	private static final long SEED = 20_261_130L;

	private static final List<String> PIECES = List.of("> ", ">\n", "- ", "1. ", "1. a\n", "*", "**", "_a_", "~~", "`",
			"```\n", "[", "](", "](b)", "![", "[a]: b\n", "[a]", "<", "<a>", "<sup>1", "</sup>", "|", "|a\n|-\n",
			"|-|\n", "# ", "#3 ", "@a ", "https://a.org/", "www.a.org ", "a.b,", "doi:10.1234/a", "\\", ":\\a", "&amp;",
			"&#x41;", "> Q1\n\n", "Q1 ", "questions 1 to 9 ", "第1、", "\n", "\n\n", "    ", "\t", " ", "a", "é", "א",
			"漢", "'", "(", ")", ".", "-\n", "---\n", "see the report below ", "the question on a ");

	@BeforeAll
	static void warmUp() {
		PIECES.forEach((piece) -> MarkupSafetyTests.written(piece.repeat(200)));
	}

	static Stream<Arguments> pairs() {
		var random = new Random(SEED);
		return IntStream.range(0, 40)
			.mapToObj((_) -> PIECES.get(random.nextInt(PIECES.size())) + PIECES.get(random.nextInt(PIECES.size())))
			.distinct()
			.map((pair) -> arguments(pair, pair.repeat(LONGEST / pair.length())));
	}

	static Stream<Arguments> attacks() {
		var long1900 = "https://a.org/" + "x".repeat(1_900);
		return Stream.of(arguments("spaces between two letters", "a" + " ".repeat(64_990) + "b"),
				arguments("spaces between two lines", "a" + " ".repeat(32_000) + "\n" + " ".repeat(32_000) + "b"),
				arguments("tabs", "a" + "\t".repeat(64_990) + "b"),
				arguments("spaces in an announcement", "here is" + " ".repeat(60_000) + "the report:"),
				arguments("words in an announcement", "here is " + "a ".repeat(30_000) + "report"),
				arguments("spaces after a question", "the question on" + " ".repeat(60_000) + "x"),
				arguments("spaces in a description", "your question " + " about ".repeat(9_000)),
				arguments("a long address used often", "[a]: " + long1900 + "\n\n" + "[a] ".repeat(15_500)),
				arguments("by its label", "[a]: " + long1900 + "\n\n" + "[b][a] ".repeat(9_000)),
				arguments("as a picture", "[a]: " + long1900 + "\n\n" + "![a] ".repeat(12_000)),
				arguments("a long title used often",
						"[a]: https://a.org/ \"" + "x".repeat(30_000) + "\"\n\n" + "[a] ".repeat(8_000)),
				arguments("a refused address used often",
						"[a]: javascript:" + "x".repeat(30_000) + "\n\n" + "[a] ".repeat(8_000)),
				arguments("an unknown address used often",
						"[a]: " + "x".repeat(30_000) + "\n\n" + "[a] ".repeat(8_000)),
				arguments("one question quoted often", "> Q1\n\n".repeat(10_800)),
				arguments("without lines between", "> Q1\na\n".repeat(9_000)),
				arguments("a wide table with short rows",
						"|" + "a|".repeat(45) + "\n|" + "-|".repeat(45) + "\n" + "|\n".repeat(32_000)),
				arguments("a wider one", "|" + "a|".repeat(60) + "\n|" + "-|".repeat(60) + "\n" + "|\n".repeat(32_000)),
				arguments("the widest",
						"|" + "a|".repeat(5_000) + "\n|" + "-|".repeat(5_000) + "\n" + "|\n".repeat(20_000)),
				arguments("rows with too much", "|a|\n|-|\n" + ("|" + "b|".repeat(100) + "\n").repeat(300)),
				arguments("names of everybody", "@a ".repeat(21_000)), arguments("numbers", "#1 ".repeat(21_000)),
				arguments("fences that nobody closes", "```java\n".repeat(8_000)),
				arguments("shorter and shorter fences",
						IntStream.range(3, 350)
							.mapToObj((less) -> "`".repeat(353 - less))
							.reduce("", (all, one) -> all + one + "\n")),
				arguments("quotes without end", "> a\nb\n".repeat(10_000)), arguments("backticks", "`".repeat(LONGEST)),
				arguments("paths", ":\\a b\\ c".repeat(7_000)), arguments("raised", "<sup>1".repeat(10_000)),
				arguments("numbers in a list", "1. a\n7. b\n".repeat(6_500)),
				arguments("quotation marks", "\"".repeat(LONGEST)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "attacks", "pairs" })
	void takesNoSecondAndStaysSmall(String name, String text) {
		Pace.assertTakesNoSecond(name, () -> MarkupSafetyTests.written(text));
		assertThat(MarkupSafetyTests.written(text).orElse("")).as(name).hasSizeLessThanOrEqualTo(MOST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[a]: https://a.org/%s\n\n", "[a]: https://a.org/ \"%s\"\n\n", "[a]: javascript:%s\n\n" })
	void whatWouldBecomeFarMoreIsRefusedInWords(String definition) {
		var text = definition.formatted("x".repeat(1_900)) + "[a] ".repeat(8_000);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> Markup.read(text).html(Markup.Surroundings.none()))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("markup.too-much"));
		assertThat(Markup.plainly(text).html(Markup.Surroundings.none()).toString()).hasSizeLessThan(MOST);
	}

	@Test
	void whatPeopleWriteIsNotRefused() {
		assertThat(MarkupSafetyTests.written("@LF, see #3. ".repeat(300))).isPresent();
		assertThat(MarkupSafetyTests.written("> Q1\n\nYes.\n\n".repeat(100))).isPresent();
		assertThat(MarkupSafetyTests.written("|1|0|1|0|\n|-|-|-|-|\n" + "|0|1|0|1|\n".repeat(5_000))).isPresent();
	}

	@Test
	void whatTakesTooLongBecomesPlainParagraphsWithItsLinks() {
		var text = "**Dear** all,\nsee https://example.org/a.\n\n" + "@EB *and* Q5, ".repeat(4_000);
		var read = CarefulReading.allowing(Duration.ZERO, () -> Markup.read(text));
		assertThat(read.isPlain()).isTrue();
		assertThat(read.html(Markup.Surroundings.none()).toString()).startsWith("<p>**Dear** all,<br />\n"
				+ "see <a href=\"https://example.org/a\" rel=\"nofollow noopener ugc\">https://example.org/a</a>.</p>");
		assertThat(read.links()).containsExactly(new Markup.Link("https://example.org/a", "https://example.org/a"));
		assertThat(read.text()).startsWith("**Dear** all, see https://example.org/a.\n@EB *and* Q5");
	}

	@Test
	void aPatternThatNeverEndsIsEnded() {
		var evil = java.util.regex.Pattern.compile("(a|a)+(b)\\2");
		var text = "a".repeat(60);
		assertThat(
				CarefulReading.allowing(Duration.ofMillis(50),
						() -> CarefulReading.of(text,
								() -> evil.matcher(Budget.watched(text)).matches() ? "read" : "none", () -> "plain")))
			.isEqualTo("plain");
	}

	@Test
	void whateverAReaderThrowsIsRefusedInWords() {
		for (var thrown : List.<Error>of(new StackOverflowError())) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> CarefulReading.of("x", () -> {
				throw thrown;
			}, () -> "plain")).satisfies((refused) -> assertThat(refused.key()).isEqualTo("markup.unreadable"));
		}
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> CarefulReading.of("x", () -> "x".charAt(1), () -> 'p'))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("markup.unreadable"));
		assertThat(CarefulReading.ofOld("x", () -> "x".charAt(1), () -> 'p')).isEqualTo('p');
	}

	@Test
	void whatIsNotAboutTheTextPasses() {
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> CarefulReading.of("x", () -> {
			throw new NotFound("topic");
		}, () -> "plain"));
	}

}
