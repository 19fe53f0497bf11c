package org.afterword.question;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The status of questions: it follows the conversation, unless a facilitator has set it
 * by hand.
 */
@Service
@Transactional
public class QuestionStatuses {

	private final QuestionRepository questions;

	private final TopicRoles roles;

	private final QuestionHistory history;

	private final QuestionEvents events;

	private final EntityManager entities;

	private final Clock clock;

	QuestionStatuses(QuestionRepository questions, TopicRoles roles, QuestionHistory history, QuestionEvents events,
			EntityManager entities, Clock clock) {
		this.entities = entities;
		this.questions = questions;
		this.roles = roles;
		this.history = history;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Locks a question until this transaction ends.
	 * @throws NotFound where the topic has none of that number
	 */
	public QuestionId lock(TopicId topic, QuestionNumber number) {
		return this.questions.locked(topic, number).id();
	}

	/**
	 * Locks questions until this transaction ends, before their replies and answers are
	 * counted: of two transactions that count, the second finds what the first changed.
	 * Topics and posts are locked before questions.
	 */
	public void lock(Collection<QuestionId> questions) {
		if (!questions.isEmpty()) {
			this.questions.lockedByIds(questions.stream().map(QuestionId::value).toList());
		}
	}

	/**
	 * Locks questions and lets them follow the conversation.
	 * @param count counts replies and answers by question, once they are locked
	 * @param confirmed the questions that have just got a confirmed answer
	 */
	public void recompute(Collection<QuestionId> ids, Supplier<Map<QuestionId, Tally>> count,
			Predicate<QuestionId> confirmed) {
		if (ids.isEmpty()) {
			return;
		}
		var locked = this.questions.lockedByIds(ids.stream().map(QuestionId::value).toList());
		var tallies = count.get();
		var changes = new ArrayList<StatusChange>();
		for (var question : locked) {
			if (confirmed.test(question.id())) {
				question.answered();
			}
			var before = question.status();
			if (question.recompute(tallies.getOrDefault(question.id(), Tally.NONE))) {
				changes.add(new StatusChange(question.id(), before, question.status()));
			}
		}
		this.history.statusesChanged(changes, null);
	}

	/**
	 * The same in two statements beside the counting, for a post that has just been
	 * written. Nobody else in this transaction holds the entities.
	 */
	public void recomputeForNew(Collection<QuestionId> ids, Supplier<Map<QuestionId, Tally>> count) {
		var locked = this.questions.lockedByIds(ids.stream().map(QuestionId::value).toList());
		var tallies = count.get();
		var changes = new ArrayList<StatusChange>();
		for (var question : locked) {
			var now = question.following(tallies.getOrDefault(question.id(), Tally.NONE));
			if (now != question.status()) {
				changes.add(new StatusChange(question.id(), question.status(), now));
				this.entities.detach(question);
			}
		}
		if (!changes.isEmpty()) {
			this.questions.changeStatuses(changes.stream().map((one) -> one.question().value()).toArray(Long[]::new),
					changes.stream().map((one) -> one.before().name()).toArray(String[]::new),
					changes.stream().map((one) -> one.after().name()).toArray(String[]::new), this.clock.instant());
		}
	}

	/** What a facilitator has set by hand. */
	@Transactional(readOnly = true)
	public StatusOverride override(TopicId topic, QuestionNumber number) {
		return this.questions.get(topic, number).override();
	}

	/**
	 * Sets a status by hand, or lets it follow the conversation again.
	 * @param tally what the conversation says of it
	 * @param shown the status that the facilitator saw; null for any
	 * @throws Conflict where it is another by now
	 */
	public void override(TopicId topic, QuestionNumber number, StatusOverride override, Tally tally,
			@Nullable QuestionStatus shown, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("set a status");
		var question = this.questions.locked(topic, number);
		question.mustBeActive(this.questions::numberOf);
		if (shown != null && shown != question.status()) {
			throw this.history.statusChangedMeanwhile(question.id(), by);
		}
		var before = question.logged();
		question.override(override);
		var status = question.status();
		if (question.recompute(tally)) {
			this.history.statusesChanged(List.of(new StatusChange(question.id(), status, question.status())), by.id());
			this.events.statusSet(question, status, by.id(), this.clock.instant());
		}
		this.events.logged(by, Act.STATUS, question, before, question.logged(),
				(override.status() == QuestionStatus.DISMISSED) ? override.detail() : null);
	}

}
