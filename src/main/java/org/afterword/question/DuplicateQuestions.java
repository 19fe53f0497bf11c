package org.afterword.question;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.TopicRoles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions that ask the same as another. A duplicate is merged into its original: its
 * number leads to the page of the original, and its votes count there. The two can be
 * separated again.
 */
@Service
@Transactional
public class DuplicateQuestions {

	private final QuestionRepository questions;

	private final TopicRoles roles;

	private final TopicLocks locks;

	private final JdbcClient sql;

	private final QuestionHistory history;

	private final QuestionEvents events;

	DuplicateQuestions(QuestionRepository questions, TopicRoles roles, TopicLocks locks, JdbcClient sql,
			QuestionHistory history, QuestionEvents events) {
		this.questions = questions;
		this.roles = roles;
		this.locks = locks;
		this.sql = sql;
		this.history = history;
		this.events = events;
	}

	/**
	 * Merges a duplicate into its original. The caller moves its replies, in the same
	 * transaction.
	 * @param answered whether a question has a confirmed answer, which the duplicate
	 * brings along
	 * @throws Refused where both are the same question, where one is not active, and
	 * where the duplicate has duplicates itself
	 * @throws Conflict where somebody has merged it into a third question
	 */
	public Merged merge(TopicId topic, QuestionNumber number, QuestionNumber original, Predicate<QuestionId> answered,
			Viewer by) {
		this.roles.access(topic, by).mustFacilitate("join questions");
		if (number.equals(original)) {
			throw new Refused("duplicate.itself", number);
		}
		this.locks.lock(topic);
		this.questions.lockedByNumbers(topic.value(), List.of(number.value(), original.value()));
		var question = this.questions.locked(topic, number);
		var other = this.questions.findByTopicIdAndNumber(topic, original)
			.orElseThrow(() -> new Refused("reply.no-question", original));
		if (other.id().equals(question.original())) {
			return new Merged(question.id(), other.id(), false);
		}
		mustBeMergeable(question, other, by);
		question.merge(other, answered.test(question.id()));
		addVotes(question.id(), other.id());
		this.history.merged(question.id(), other.id(), by.id());
		this.events.logged(by, Act.JOIN, question, Map.of("number", number.value()), Map.of("into", original.value()));
		return new Merged(question.id(), other.id(), true);
	}

	/**
	 * Separates a duplicate from its original. The caller moves its replies back.
	 * @return the two; unchanged where it is not merged
	 */
	public Merged separate(TopicId topic, QuestionNumber number, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("separate questions");
		this.locks.lock(topic);
		var question = lockedWithOriginal(topic, number);
		var original = question.original();
		if (original == null) {
			return new Merged(question.id(), question.id(), false);
		}
		var other = this.questions.get(original);
		question.separate(other);
		removeVotes(question.id(), original);
		this.history.separated(question.id(), original, by.id());
		this.events.logged(by, Act.PART, question, Map.of("into", other.number().value()),
				Map.of("number", number.value()));
		this.events.changed(topic, question);
		return new Merged(question.id(), original, true);
	}

	private void mustBeMergeable(Question question, Question other, Viewer by) {
		var original = question.original();
		if (original != null) {
			throw this.history.already("duplicate.already", question.id(), "JOINED", by, question.number(),
					this.questions.numberOf(original));
		}
		question.mustBeActive(this.questions::numberOf);
		other.mustBeActive(this.questions::numberOf);
		var duplicates = this.questions.duplicatesOf(question.id());
		if (!duplicates.isEmpty()) {
			throw new Refused("duplicate.chain", question.number(), duplicates.getFirst().number(), other.number());
		}
	}

	/** Both are locked in the order of their ids. */
	private Question lockedWithOriginal(TopicId topic, QuestionNumber number) {
		var numbers = this.sql.sql("""
				select known.number from question q join question known on known.id in (q.id, q.merged_into)
				where q.topic_id = ? and q.number = ?""")
			.params(topic.value(), number.value())
			.query((row, line) -> Objects.requireNonNull(row.getString(1)))
			.list();
		if (!numbers.isEmpty()) {
			this.questions.lockedByNumbers(topic.value(), numbers);
		}
		return this.questions.locked(topic, number);
	}

	/**
	 * A member who voted for both counts once. Votes that came with the duplicate are
	 * recognised by their time.
	 */
	private void addVotes(QuestionId question, QuestionId original) {
		this.sql.sql("""
				insert into question_vote (question_id, member_id, voted_at)
				select :original, member_id, voted_at from question_vote where question_id = :question
				on conflict (question_id, member_id) do nothing""")
			.param("question", question.value())
			.param("original", original.value())
			.update();
	}

	private void removeVotes(QuestionId question, QuestionId original) {
		this.sql.sql("""
				delete from question_vote there using question_vote own
				where there.question_id = :original and own.question_id = :question and there.member_id = own.member_id
				  and there.voted_at = own.voted_at""")
			.param("question", question.value())
			.param("original", original.value())
			.update();
	}

}
