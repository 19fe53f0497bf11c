package org.afterword.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the questions of a topic. {@link QuestionRegister} changes them. */
@Service
@Transactional(readOnly = true)
public class Questions {

	private final QuestionRepository questions;

	private final JdbcClient sql;

	Questions(QuestionRepository questions, JdbcClient sql) {
		this.questions = questions;
		this.sql = sql;
	}

	/** The active questions of a topic, in the order of the register. */
	public List<QuestionView> register(TopicId topic) {
		return this.sql.sql("""
				select id, topic_id, number, text, status from question
				where topic_id = ? and withdrawn_at is null and merged_into is null order by position""")
			.param(topic.value())
			.query(Questions::view)
			.list();
	}

	/**
	 * Active questions by every number that leads to one, in the order of the register:
	 * its own, and those of duplicates that joined it.
	 */
	public Map<QuestionNumber, NumberedQuestion> byNumber(TopicId topic) {
		var numbered = new LinkedHashMap<QuestionNumber, NumberedQuestion>();
		this.sql.sql("""
				select other.number as leads, other.text as own_text, other.asker_placeholder_id as asked_as,
				       q.id, q.topic_id, q.number, q.text, q.status, asker.name as asked_by
				from question other
				join question q on q.id = coalesce(other.merged_into, other.id) and q.topic_id = other.topic_id
				left join question_asker asker on asker.question_id = q.id
				where other.topic_id = ? and other.withdrawn_at is null and q.withdrawn_at is null
				  and q.merged_into is null
				order by other.position""").param(topic.value()).query((row) -> {
			var placeholder = row.getObject("asked_as", Long.class);
			numbered.put(new QuestionNumber(row.getString("leads")),
					new NumberedQuestion(view(row, 0), row.getString("own_text"),
							(placeholder != null) ? new PlaceholderId(placeholder) : null, row.getString("asked_by")));
		});
		return numbered;
	}

	/**
	 * Questions that were moved to another topic, by the numbers that they had in this
	 * one.
	 */
	public Map<QuestionNumber, NumberedQuestion> movedAway(TopicId topic) {
		var moved = new LinkedHashMap<QuestionNumber, NumberedQuestion>();
		this.sql.sql("""
				select r.number as leads, q.id, q.topic_id, q.number, q.text, q.status, asker.name as asked_by
				from question_redirect r join question q on q.id = r.question_id
				left join question_asker asker on asker.question_id = q.id
				where r.topic_id = ? order by q.id""").param(topic.value()).query((row) -> {
			moved.put(new QuestionNumber(row.getString("leads")),
					new NumberedQuestion(view(row, 0), row.getString("text"), null, row.getString("asked_by")));
		});
		return moved;
	}

	/**
	 * Finds a question that is neither withdrawn nor joined with another.
	 * @throws NotFound where the topic has none of that number
	 * @throws Refused where it was withdrawn, or has joined another as a duplicate
	 */
	public QuestionView active(TopicId topic, QuestionNumber number) {
		var question = this.questions.get(topic, number);
		question.mustBeActive(this.questions::numberOf);
		return question.view();
	}

	/**
	 * Finds a question by its number.
	 * @throws NotFound where the topic has none of that number
	 */
	public QuestionView get(TopicId topic, QuestionNumber number) {
		return this.questions.get(topic, number).view();
	}

	/**
	 * Finds a question by its id.
	 * @throws NotFound where there is none
	 */
	public QuestionView get(QuestionId id) {
		return this.questions.get(id).view();
	}

	/** The revision of its text, from 1; an edit must give it back. */
	public int revision(TopicId topic, QuestionNumber number) {
		return this.questions.get(topic, number).revision();
	}

	/** The number that a new question would get. */
	public QuestionNumber next(TopicId topic) {
		return this.questions.numbers(topic).next(null);
	}

	/** The number that a part of a question would get below it. */
	public QuestionNumber nextPart(TopicId topic, QuestionNumber number) {
		var numbers = this.questions.numbers(topic);
		return numbers.next(numbers.parentOfPart(this.questions.get(topic, number)).number());
	}

	/** The numbers of those that have joined a question, in the order of the register. */
	public List<QuestionNumber> duplicatesOf(QuestionId question) {
		return this.questions.duplicatesOf(question).stream().map(Question::number).toList();
	}

	/**
	 * Whether this viewer asked it: as a member, or as a placeholder that they claimed.
	 */
	public boolean wasAskedBy(QuestionId id, Viewer viewer) {
		if (!viewer.isMember()) {
			return false;
		}
		var question = this.questions.get(id);
		var placeholder = question.askerPlaceholder();
		return question.wasAskedBy(viewer.id()) || (placeholder != null && isClaimedBy(placeholder, viewer.id()));
	}

	private boolean isClaimedBy(PlaceholderId placeholder, MemberId member) {
		return this.sql.sql("select exists (select from placeholder where id = ? and member_id = ?)")
			.params(placeholder.value(), member.value())
			.query(Boolean.class)
			.single();
	}

	private static QuestionView view(ResultSet row, int line) throws SQLException {
		return new QuestionView(new QuestionId(row.getLong("id")), new TopicId(row.getLong("topic_id")),
				new QuestionNumber(row.getString("number")), row.getString("text"),
				QuestionStatus.valueOf(row.getString("status")));
	}

}
