package org.afterword.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.QuestionTexts;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How well questions, people and addresses are read in plain words: measured on sentences
 * in seven languages, some of which the recognisers were never tuned on.
 */
class RecognitionTests {

	private static final Logger logger = LoggerFactory.getLogger(RecognitionTests.class);

	private static final QuestionTexts REGISTER = QuestionTexts.of(register());

	/** The bar holds for all of them together; each set’s own figures are printed. */
	@Test
	void whatPeopleWriteIsRead() {
		var tuned = Sentence.all("sentences");
		var heldOut = Sentence.all("held-out");
		var all = Stream.concat(tuned.stream(), heldOut.stream()).toList();
		assertThat(all).hasSizeGreaterThanOrEqualTo(400);
		figures(tuned).forEach((one) -> logger.info("tuned on: {}", one.told()));
		figures(heldOut).forEach((one) -> logger.info("held out: {}", one.told()));
		var together = figures(all);
		together.forEach((one) -> logger.info("together: {}", one));
		assertThat(together).allSatisfy((one) -> {
			assertThat(one.precision()).as(one.told()).isGreaterThanOrEqualTo(0.98);
			assertThat(one.recall()).as(one.told()).isGreaterThanOrEqualTo(0.95);
		});
	}

	private static List<Figures> figures(List<Sentence> sentences) {
		return List.of(
				Figures.of("questions", sentences, Sentence::text, Sentence::questions, RecognitionTests::questions),
				Figures.of("mentions", sentences, Sentence::text, Sentence::names, RecognitionTests::names),
				Figures.of("links", sentences, Sentence::text, Sentence::links, RecognitionTests::links));
	}

	private static Set<String> questions(String text) {
		return REGISTER.in(Markup.read(text))
			.stream()
			.map((one) -> one.number().value())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> names(String text) {
		return new TreeSet<>(Markup.read(text).names());
	}

	private static Set<String> links(String text) {
		return Markup.read(text).links().stream().map(Markup.Link::address).collect(Collectors.toSet());
	}

	private static Map<QuestionNumber, String> register() {
		var register = new LinkedHashMap<QuestionNumber, String>();
		Labelled.lines("register")
			.forEach((columns) -> register.put(QuestionNumber.of(columns.getFirst()), columns.getLast()));
		return register;
	}

	/** One line of a set, with what a person reads in it. */
	private record Sentence(String text, Set<String> questions, Set<String> names, Set<String> links) {

		static List<Sentence> all(String set) {
			return Labelled.lines(set)
				.map((columns) -> new Sentence(columns.get(0), words(columns.get(1)), words(columns.get(2)),
						words(columns.get(3))))
				.toList();
		}

		private static Set<String> words(String column) {
			return column.equals("-") ? Set.of() : Set.of(column.split(" "));
		}

	}

}
