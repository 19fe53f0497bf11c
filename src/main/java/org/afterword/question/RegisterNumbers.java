package org.afterword.question;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a register: those of its questions, and those that lead to questions
 * which were moved to another topic. None is given twice.
 */
class RegisterNumbers {

	private final Map<QuestionNumber, Question> questions = new HashMap<>();

	private final Set<QuestionNumber> used;

	RegisterNumbers(List<Question> questions, Collection<String> redirects) {
		this.used = new HashSet<>(redirects.stream().map(QuestionNumber::new).toList());
		questions.forEach(this::add);
	}

	void add(Question question) {
		this.questions.put(question.number(), question);
		this.used.add(question.number());
	}

	Optional<Question> find(QuestionNumber number) {
		return Optional.ofNullable(this.questions.get(number));
	}

	boolean isUsed(QuestionNumber number) {
		return this.used.contains(number);
	}

	/**
	 * Checks that the register can take more questions.
	 * @throws Refused where it would have more than {@link NewQuestion#MOST}
	 */
	void mustHaveRoom(int more) {
		var size = this.questions.size() + more;
		if (size > NewQuestion.MOST) {
			throw new Refused("ask.too-many", NewQuestion.MOST, size);
		}
	}

	/**
	 * The next number, or the next letter below a question.
	 * @param under null for a question of its own
	 */
	QuestionNumber next(@Nullable QuestionNumber under) {
		if (under == null) {
			return QuestionNumber.of(this.used.stream().mapToInt(QuestionNumber::major).max().orElse(0) + 1);
		}
		var number = under.nextSub();
		while (isUsed(number)) {
			number = number.nextSub();
		}
		return number;
	}

	/**
	 * The question below which a part of another gets its letter: its parent, or itself.
	 */
	Question parentOfPart(Question question) {
		return this.questions.values()
			.stream()
			.filter((one) -> Objects.equals(one.id(), question.parentId()))
			.findFirst()
			.orElse(question);
	}

}
