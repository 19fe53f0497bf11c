package org.afterword.question;

import java.sql.Timestamp;
import java.time.Clock;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * “I have this question too”: a row for each member and question, never a number that is
 * raised.
 */
@Service
@Transactional
public class Votes {

	private final Questions questions;

	private final Topics topics;

	private final JdbcClient sql;

	private final Clock clock;

	Votes(Questions questions, Topics topics, JdbcClient sql, Clock clock) {
		this.questions = questions;
		this.topics = topics;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Says that a member has a question, too. False when they have said so before.
	 * @throws NotAllowed for strangers
	 * @throws NotFound where the topic has no such question, or is not theirs to see
	 * @throws Refused for one’s own question, and for one that was withdrawn or joined
	 * with another
	 */
	public boolean vote(TopicId topic, QuestionNumber number, Viewer viewer) {
		var member = viewer.id();
		this.topics.mustBeVisible(topic, viewer);
		var question = this.questions.get(topic, number);
		if (this.questions.wasAskedBy(question.id(), viewer)) {
			throw new Refused("vote.own");
		}
		if (!stands(question.id())) {
			throw new Refused("vote.gone");
		}
		return this.sql
			.sql("insert into question_vote (question_id, member_id, voted_at) values (?, ?, ?) on conflict do nothing")
			.params(question.id().value(), member.value(), Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	/**
	 * Withdraws a vote. False where there was none.
	 * @throws NotAllowed for strangers
	 * @throws NotFound where the topic has no such question
	 */
	public boolean takeBack(TopicId topic, QuestionNumber number, Viewer viewer) {
		return this.sql.sql("delete from question_vote where question_id = ? and member_id = ?")
			.params(this.questions.get(topic, number).id().value(), viewer.id().value())
			.update() == 1;
	}

	private boolean stands(QuestionId id) {
		return this.sql.sql("select withdrawn_at is null and merged_into is null from question where id = ?")
			.param(id.value())
			.query(Boolean.class)
			.single();
	}

}
