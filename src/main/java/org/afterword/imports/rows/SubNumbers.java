package org.afterword.imports.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.QuestionNumber;

/** Gives sub-questions the next free letter under their question: 10b after 10a. */
public final class SubNumbers {

	/** More sub-questions of one question stand on their own. */
	private static final int MOST = 600;

	/** By the whole number. */
	private final Map<String, QuestionNumber> last = new HashMap<>();

	/** Continues after the numbers of these rows. */
	static SubNumbers of(List<Row> rows) {
		var numbers = new SubNumbers();
		rows.stream().map(Row::number).filter(QuestionNumber::isOne).map(QuestionNumber::of).forEach(numbers::markUsed);
		return numbers;
	}

	public void markUsed(QuestionNumber number) {
		this.last.merge(Integer.toString(number.major()), number,
				(one, other) -> (one.compareTo(other) >= 0) ? one : other);
	}

	/**
	 * The next number under a question, which is used from then on.
	 * @return empty if the question has too many sub-questions
	 */
	public Optional<String> next(QuestionNumber parent) {
		var major = Integer.toString(parent.major());
		var before = this.last.getOrDefault(major, QuestionNumber.of(major));
		if (before.position() % 1000 > MOST) {
			return Optional.empty();
		}
		var next = before.nextSub();
		this.last.put(major, next);
		return Optional.of(next.value());
	}

	/**
	 * The same for a parent as it is written in a row.
	 * @return empty for what is no number, too
	 */
	Optional<String> next(String parent) {
		return QuestionNumber.isOne(parent) ? next(QuestionNumber.of(parent)) : Optional.empty();
	}

}
