package org.afterword.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.Tally;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what the conversation says to questions, and lets their status follow. Part of
 * the caller’s transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class QuestionTallies {

	private final PostQuestionRepository links;

	private final QuestionStatuses statuses;

	QuestionTallies(PostQuestionRepository links, QuestionStatuses statuses) {
		this.statuses = statuses;
		this.links = links;
	}

	/**
	 * Locks questions until this transaction ends, before anything that addresses them is
	 * changed or counted. Whoever changes several locks them all at once.
	 */
	public void lock(Collection<QuestionId> questions) {
		this.statuses.lock(questions);
	}

	/**
	 * Follows links that were added to questions or removed from them: pinned answers
	 * move up to where one is gone, and the status is recomputed.
	 */
	public void linksChanged(Collection<QuestionId> questions) {
		questions.forEach(this.links::closeRanks);
		recompute(questions);
	}

	/** Recomputes the status of questions from what the conversation says now. */
	public void recompute(Collection<QuestionId> questions) {
		recompute(questions, Set.of());
	}

	/** Recomputes the status of the questions that a post addresses. */
	public void recompute(PostId post) {
		recompute(this.links.questionsOf(post));
	}

	/**
	 * @param confirmed those of them that have just got a confirmed answer
	 */
	public void recompute(Collection<QuestionId> questions, Set<QuestionId> confirmed) {
		this.statuses.recompute(questions, () -> of(questions), confirmed::contains);
	}

	/** What the conversation says to each; of questions that the caller has locked. */
	public Map<QuestionId, Tally> of(Collection<QuestionId> questions) {
		var tallies = new HashMap<QuestionId, Tally>();
		questions.forEach((question) -> tallies.put(question, Tally.NONE));
		this.links.count(questions.stream().map(QuestionId::value).toList())
			.forEach((one) -> tallies.put(new QuestionId(one.getQuestion()),
					new Tally(one.getReplies(), one.getAnswers())));
		return tallies;
	}

}
