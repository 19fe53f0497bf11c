package org.afterword.kernel.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.kernel.QuestionNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written, what it speaks of is known within a second. */
@Execution(ExecutionMode.CONCURRENT)
class ReadingTimeTests {

	private static final int LONGEST = 65_000;

	/** A register as full as it may be, of questions that are hard to tell apart. */
	private static final Map<QuestionNumber, String> TWINS = register((at) -> "In which of the " + at
			+ " districts were the jars of the seed bank counted again after the rains, and who of the guards"
			+ " has the key to the second room where the dry seed of the last harvest is kept?");

	private static final Map<QuestionNumber, String> LONG = register(
			(at) -> "where is the dry seed kept ".repeat(70) + at + "?");

	@BeforeAll
	static void warmUp() {
		for (var at = 0; at < 50; at++) {
			read("Here is a report on question " + at + ": In which of the 7 districts were the jars counted?", TWINS);
		}
	}

	static Stream<String> floods() {
		return Stream.of(String.join("\n\n", TWINS.values()), String.join("\n> ", TWINS.values()),
				"\"In which of the districts were the jars of the seed bank…\" ".repeat(LONGEST / 62),
				String.join(" ", LONG.values()), "a. ".repeat(LONGEST / 3), "the dry seed ".repeat(LONGEST / 13),
				"the dry seed; ".repeat(LONGEST / 14), "your question on the dry seed of ".repeat(LONGEST / 33),
				"Your question on the dry seed of it.\n\n".repeat(LONGEST / 38),
				"the fifth question of ".repeat(LONGEST / 22), "question five and six, ".repeat(LONGEST / 23),
				"Here is a report on this: ".repeat(LONGEST / 26), "here is a ".repeat(LONGEST / 10),
				"this paper on ".repeat(LONGEST / 14), "第五个问题".repeat(LONGEST / 5), "关于种子的问题".repeat(LONGEST / 7),
				"Вот отчёт. ".repeat(LONGEST / 11), "السؤال الخامس عن ".repeat(LONGEST / 17));
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("floods")
	void aFloodIsReadInTime(String flood) {
		var text = flood.substring(0, Math.min(LONGEST, flood.length()));
		Pace.assertTakesNoSecond(flood.substring(0, 20), () -> read(text, TWINS));
		Pace.assertTakesNoSecond(flood.substring(0, 20), () -> read(text, LONG));
	}

	private static void read(String text, Map<QuestionNumber, String> register) {
		var document = Markup.read(text);
		QuestionTexts.of(register).in(document);
		Announcements.in(document);
	}

	private static Map<QuestionNumber, String> register(IntFunction<String> text) {
		return IntStream.rangeClosed(1, 300)
			.boxed()
			.collect(Collectors.toMap(QuestionNumber::of, text::apply, (one, _) -> one, LinkedHashMap::new));
	}

}
