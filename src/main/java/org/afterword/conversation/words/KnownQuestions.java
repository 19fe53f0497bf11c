package org.afterword.conversation.words;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.question.NumberedQuestion;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionView;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a topic by every number that leads to one of them: its own, and those
 * of duplicates that have joined it.
 */
public record KnownQuestions(Map<QuestionNumber, NumberedQuestion> byNumber) {

	public Optional<QuestionView> find(QuestionNumber number) {
		return Optional.ofNullable(this.byNumber.get(number)).map(NumberedQuestion::question);
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

	/** The words that stand under each number; of a joined duplicate, its own. */
	Map<QuestionNumber, String> texts() {
		var texts = new LinkedHashMap<QuestionNumber, String>();
		this.byNumber.forEach((number, one) -> texts.put(number, one.ownText()));
		return texts;
	}

	/** The first number under which a placeholder asked; null where there is none. */
	@Nullable QuestionNumber firstAskedBy(PlaceholderId placeholder) {
		return this.byNumber.entrySet()
			.stream()
			.filter((one) -> placeholder.equals(one.getValue().askedAs()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

}
