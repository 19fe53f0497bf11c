package org.afterword.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.afterword.kernel.QuestionNumber;
import org.afterword.question.QuestionStatus;

/**
 * The questions of a topic in order, sub-questions inside their parents.
 *
 * @param entries the top level
 */
public record Register(List<RegisterEntry> entries) {

	/** Every question, sub-questions after their parents; withdrawn ones too. */
	public List<RegisterEntry> all() {
		return this.entries.stream()
			.flatMap((entry) -> Stream.concat(Stream.of(entry), entry.subs().stream()))
			.toList();
	}

	/** The top-level questions that still stand: the ones that sentences count. */
	public List<RegisterEntry> counted() {
		return this.entries.stream().filter((entry) -> !entry.withdrawn() && entry.mergedInto() == null).toList();
	}

	public List<QuestionStatus> marks() {
		return counted().stream().map(RegisterEntry::status).toList();
	}

	public int size() {
		return counted().size();
	}

	/** The highest number that was given, withdrawn or not: no other will be it. */
	public QuestionNumber last() {
		return this.entries.getLast().number();
	}

	public long answered() {
		return counted().stream().filter((entry) -> entry.status().isAnswered()).count();
	}

	public long inDiscussion() {
		return counted().stream().filter((entry) -> entry.status() == QuestionStatus.IN_DISCUSSION).count();
	}

	public boolean isEmpty() {
		return this.entries.isEmpty();
	}

	/** The questions that have joined this one. */
	public List<RegisterEntry> joinedTo(QuestionNumber number) {
		return all().stream().filter((entry) -> number.equals(entry.mergedInto())).toList();
	}

	public Optional<RegisterEntry> find(QuestionNumber number) {
		return all().stream().filter((entry) -> entry.number().equals(number)).findFirst();
	}

}
