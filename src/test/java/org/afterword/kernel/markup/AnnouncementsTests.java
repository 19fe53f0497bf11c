package org.afterword.kernel.markup;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.afterword.kernel.Figures;
import org.afterword.kernel.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** How well sources are noticed that a text announces and does not link. */
class AnnouncementsTests {

	private static final Logger logger = LoggerFactory.getLogger(AnnouncementsTests.class);

	@Test
	void whatIsAnnouncedWithoutAnAddressIsNoticed() {
		var tuned = sentences("announced");
		var heldOut = sentences("announced-held-out");
		var all = Stream.concat(tuned.stream(), heldOut.stream()).toList();
		assertThat(all).hasSizeGreaterThanOrEqualTo(200);
		logger.info("tuned on: {}", figures(tuned).told());
		logger.info("held out: {}", figures(heldOut).told());
		var together = figures(all);
		logger.info("together: {}", together);
		assertThat(together.precision()).as(together.told()).isGreaterThanOrEqualTo(0.95);
		assertThat(together.recall()).as(together.told()).isGreaterThanOrEqualTo(0.85);
	}

	@Test
	void whatIsMissingIsNamed() {
		assertThat(Announcements.in(Markup.read("Welcome.\n\nHere is a *short policy paper* on this:\n\nBest, Amara")))
			.containsExactly(
					new Announcements.Announced("short policy paper", "Here is a short policy paper on this:"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Here is the handbook on this:¶https://a.example.org/h                            | false
			Here is the handbook on this:¶The border guide https://a.example.org/h           | false
			Here is the handbook on this: https://a.example.org/h¶Also a map.                | false
			Here is the handbook on this:¶Also a map of the markets, https://a.example.org/m | true
			Here is the handbook on this:¶Another map: https://a.example.org/m               | true
			Here is the handbook on this:¶In addition, https://a.example.org/m               | true
			Aquí está el manual:¶También un mapa, https://a.example.org/m                    | true
			Aquí está el manual:¶https://a.example.org/h                                     | false
			Voici le manuel :¶Aussi une carte, https://a.example.org/m                       | true
			Here is the handbook on this:¶Alsoprint https://a.example.org/m                  | false
			Here is the handbook on this:¶Kind regards                                       | true
			""")
	void whatComesBesideItIsNotWhatWasAnnounced(String text, boolean missing) {
		var announced = Announcements.in(Markup.read(text.replace("¶", "\n\n")));
		assertThat(announced).hasSize(missing ? 1 : 0);
	}

	@Test
	void noMoreThanTwentyAreNoticed() {
		assertThat(Announcements.in(Markup.read("See this report.\n\n".repeat(500)))).hasSize(20);
	}

	private static Figures figures(List<Sentence> sentences) {
		return Figures.of("announced", sentences, Sentence::text, (one) -> numbered(one.count()),
				(text) -> numbered(Announcements.in(Markup.read(text)).size()));
	}

	/** Two of three are two right ones and one overlooked. */
	private static Set<String> numbered(int count) {
		var numbers = new TreeSet<String>();
		for (var number = 1; number <= count; number++) {
			numbers.add(Integer.toString(number));
		}
		return numbers;
	}

	private static List<Sentence> sentences(String set) {
		return Labelled.lines(set)
			.map((columns) -> new Sentence(Integer.parseInt(columns.getFirst()), columns.getLast()))
			.toList();
	}

	private record Sentence(int count, String text) {
	}

}
