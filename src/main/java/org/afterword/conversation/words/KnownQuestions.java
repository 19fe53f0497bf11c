package org.afterword.conversation.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionView;

/**
 * The questions of a topic by every number that leads to one of them: its own, and those
 * of duplicates that have joined it.
 */
public record KnownQuestions(Map<QuestionNumber, QuestionView> byNumber) {

	Optional<QuestionView> find(QuestionNumber number) {
		return Optional.ofNullable(this.byNumber.get(number));
	}

	/**
	 * @throws Refused where the topic has no question of this number
	 */
	public QuestionView get(QuestionNumber number) {
		return find(number).orElseThrow(() -> new Refused("reply.no-question", number));
	}

	/** Those of these numbers that lead to a question. */
	public List<QuestionId> ids(Collection<QuestionNumber> numbers) {
		return numbers.stream()
			.filter(this.byNumber::containsKey)
			.map((number) -> get(number).id())
			.distinct()
			.toList();
	}

	boolean has(QuestionNumber number) {
		return this.byNumber.containsKey(number);
	}

	/** Whether a duplicate has joined one of them. */
	boolean hasDuplicates() {
		return this.byNumber.entrySet().stream().anyMatch((one) -> !one.getKey().equals(one.getValue().number()));
	}

}
