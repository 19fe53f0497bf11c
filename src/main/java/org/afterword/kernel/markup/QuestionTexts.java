package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Markup.Addressed;

/**
 * The questions of a topic with their texts, and finds which of them a text mentions: by
 * their numbers, by a copy of their words ("Is rain counted?"), or by what they are about
 * ("your question on lead organisations").
 */
public final class QuestionTexts {

	/** Descriptions in a text that are looked up. */
	private static final int MOST_DESCRIPTIONS = 40;

	/** Sentences of a text that are read; a post of 65,000 characters rarely has more. */
	private static final int MOST_SENTENCES = 2_000;

	private final Set<QuestionNumber> numbers;

	private final CopiedQuestions copied;

	private final DescribedQuestions described;

	private QuestionTexts(Map<QuestionNumber, String> register) {
		var questions = new ArrayList<QuestionText>();
		register.forEach((number, text) -> questions.add(new QuestionText(number, Tokens.of(text))));
		this.numbers = Set.copyOf(register.keySet());
		this.copied = new CopiedQuestions(questions);
		this.described = new DescribedQuestions(questions);
	}

	/**
	 * The questions of a topic.
	 * @param register their texts, by number
	 */
	public static QuestionTexts of(Map<QuestionNumber, String> register) {
		return new QuestionTexts(register);
	}

	/**
	 * The questions that a text mentions: those by number first, then those whose words
	 * it copies or that it describes; the first 20.
	 */
	public List<Addressed> in(MarkupDocument document) {
		return mentions(document).questions();
	}

	/**
	 * The questions that a text mentions, and which part of it is about which question.
	 * @param known the question that a number stands for, by its own number; empty for
	 * none
	 */
	public Spoken read(MarkupDocument document, Function<QuestionNumber, Optional<QuestionNumber>> known) {
		var mentions = mentions(document);
		return new Spoken(mentions.questions(), Parts.of(document.passages(), mentions.byWords(), known));
	}

	private Mentions mentions(MarkupDocument document) {
		var mentioned = new LinkedHashMap<QuestionNumber, Boolean>();
		document.questions()
			.stream()
			.filter((one) -> this.numbers.contains(one.number()))
			.forEach((one) -> mentioned.put(one.number(), one.answers()));
		var byWords = this.numbers.isEmpty()
				? document.passages().stream().map((_) -> Set.<QuestionNumber>of()).toList()
				: byWords(document, mentioned);
		return new Mentions(mentioned.entrySet()
			.stream()
			.limit(Reading.MOST_QUESTIONS)
			.map((one) -> new Addressed(one.getKey(), one.getValue()))
			.toList(), byWords);
	}

	private List<Set<QuestionNumber>> byWords(MarkupDocument document, Map<QuestionNumber, Boolean> mentioned) {
		var byWords = new ArrayList<Set<QuestionNumber>>();
		var sentences = MOST_SENTENCES;
		var descriptions = MOST_DESCRIPTIONS;
		for (var passage : document.passages()) {
			var here = new LinkedHashMap<QuestionNumber, Boolean>();
			sentences -= this.copied.addFrom(passage, sentences, here);
			descriptions -= this.described.addFrom(passage, descriptions, here);
			here.forEach((number, answers) -> mentioned.merge(number, answers, Boolean::logicalOr));
			byWords.add(here.keySet());
		}
		return byWords;
	}

	/**
	 * What a text is about.
	 *
	 * @param questions that it mentions
	 */
	public record Spoken(List<Addressed> questions, Parts parts) {
	}

	/**
	 * The questions that a text mentions.
	 *
	 * @param byWords for each passage, those that it copies or describes
	 */
	private record Mentions(List<Addressed> questions, List<Set<QuestionNumber>> byWords) {
	}

}
