package org.afterword.conversation.answers;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

import org.afterword.conversation.QuestionTallies;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.Questions;
import org.afterword.question.StatusOverride;
import org.afterword.question.Tally;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statuses that a facilitator sets by hand, or makes automatic again. */
@Service
@Transactional
public class StatusOverrides {

	private final QuestionTallies tallies;

	private final Questions questions;

	private final QuestionStatuses statuses;

	StatusOverrides(QuestionTallies tallies, Questions questions, QuestionStatuses statuses) {
		this.statuses = statuses;
		this.tallies = tallies;
		this.questions = questions;
	}

	/**
	 * Sets the status of a question, or makes it automatic again.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public void set(TopicId topic, QuestionNumber number, StatusOverride override, Viewer viewer) {
		set(topic, number, override, null, viewer);
	}

	/**
	 * The same, unless the status has changed meanwhile.
	 * @param seen the status that the facilitator had before them; null for any
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Conflict where the status is another by now
	 */
	public void set(TopicId topic, QuestionNumber number, StatusOverride override, @Nullable QuestionStatus seen,
			Viewer viewer) {
		var question = this.statuses.lock(topic, number);
		this.statuses.override(topic, number, override,
				this.tallies.of(Set.of(question)).getOrDefault(question, Tally.NONE), seen, viewer);
	}

	/**
	 * Sets the status of several questions, of any topics: of all, or of none.
	 * @param seen the status that each had when they were chosen; null for any
	 * @throws NotAllowed for those who do not run all their topics
	 * @throws Conflict where one of them has another status by now, or was withdrawn or
	 * joined
	 */
	public void setAll(Collection<QuestionId> questions, StatusOverride override, @Nullable QuestionStatus seen,
			Viewer viewer) {
		this.tallies.lock(questions);
		var tallies = this.tallies.of(questions);
		questions.stream()
			.sorted(Comparator.comparingLong(QuestionId::value))
			.map(this.questions::get)
			.forEach((one) -> this.statuses.override(one.topic(), one.number(), override,
					tallies.getOrDefault(one.id(), Tally.NONE), seen, viewer));
	}

}
