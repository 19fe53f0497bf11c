package org.afterword.conversation.moving;

import org.afterword.conversation.answers.Pins;
import org.afterword.question.QuestionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * While a question is merged into the one that it duplicates, its links rest, and its
 * posts are linked to the other. In SQL, because a question may have many replies.
 */
@Repository
class MergedLinks {

	private static final String REMEMBER = """
			insert into resting_link (question_id, post_id, why, source, answer, confirmed_by, confirmed_at, pin_rank, pin_note,
			                          pinned_by, linked_at, answer_there)
			select t.question_id, t.post_id, 'MERGED', t.source, t.answer, t.confirmed_by, t.confirmed_at, t.pin_rank, t.pin_note,
			       t.pinned_by, t.linked_at, (select answer from post_question where post_id = t.post_id and question_id = :other)
			from post_question t where t.question_id = :question""";

	private static final String LINK = """
			insert into post_question as there (post_id, question_id, source, answer, confirmed_by, confirmed_at, linked_at)
			select post_id, :other, source, answer, confirmed_by, confirmed_at, linked_at
			from post_question where question_id = :question
			on conflict (post_id, question_id) do update
			set answer = excluded.answer, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
			where there.answer = 'NONE' or (there.answer = 'OFFERED' and excluded.answer = 'CONFIRMED')""";

	private static final String PIN = """
			update post_question there
			set pin_rank = pinned.before + coming.place, pin_note = coming.pin_note, pinned_by = coming.pinned_by
			from (select coalesce(max(pin_rank), 0) as before from post_question where question_id = :other) pinned,
			     (select t.post_id, t.pin_note, t.pinned_by, row_number() over (order by t.pin_rank) as place
			      from post_question t
			      join post_question known on known.post_id = t.post_id and known.question_id = :other
			      where t.question_id = :question and t.pin_rank is not null and known.pin_rank is null) coming
			where there.question_id = :other and there.post_id = coming.post_id
			  and pinned.before + coming.place <= %d""".formatted(Pins.MOST);

	private static final String LINK_BACK = """
			insert into post_question (post_id, question_id, source, answer, confirmed_by, confirmed_at, pin_rank, pin_note,
			                           pinned_by, linked_at)
			select post_id, :question, source, answer, confirmed_by, confirmed_at,
			       case when pinned then pin_rank end, case when pinned then pin_note end,
			       case when pinned then pinned_by end, linked_at
			from (select j.post_id, j.source, j.pin_rank, j.pin_note, j.pinned_by, j.linked_at,
			             case when j.answer_there is null then t.answer else j.answer end as answer,
			             case when j.answer_there is null then t.confirmed_by else j.confirmed_by end as confirmed_by,
			             case when j.answer_there is null then t.confirmed_at else j.confirmed_at end as confirmed_at,
			             p.state = 'PUBLISHED' and (j.answer_there is not null or t.answer = 'CONFIRMED') as pinned
			      from resting_link j
			      join post p on p.id = j.post_id
			      left join post_question t on t.post_id = j.post_id and t.question_id = :other
			      where j.question_id = :question and j.why = 'MERGED' and (j.answer_there is not null or t.post_id is not null)
			        and p.topic_id = (select topic_id from question where id = :question)) back
			on conflict (post_id, question_id) do nothing""";

	/**
	 * Links to posts in another topic go on resting, in place of those to the other
	 * question.
	 */
	private static final String GO_ON_RESTING = """
			with replaced as (
			    delete from resting_link t using resting_link j
			    where j.question_id = :question and j.why = 'MERGED' and j.answer_there is null
			      and t.question_id = :other and t.why = 'MOVED' and t.post_id = j.post_id
			    returning t.post_id)
			update resting_link j set why = 'MOVED', answer_there = null
			from post p
			where j.question_id = :question and j.why = 'MERGED' and p.id = j.post_id
			  and p.topic_id <> (select topic_id from question where id = :question)
			  and (j.answer_there is not null or j.post_id in (select post_id from replaced))""";

	private static final String UNLINK_OTHER = """
			delete from post_question t using resting_link j
			where j.question_id = :question and j.why = 'MERGED' and j.answer_there is null
			  and t.question_id = :other and t.post_id = j.post_id""";

	private static final String RESET_OTHER = """
			update post_question t
			set answer = j.answer_there, confirmed_by = null, confirmed_at = null, pin_rank = null, pin_note = null,
			    pinned_by = null
			from resting_link j
			where j.question_id = :question and j.why = 'MERGED' and j.answer_there <> 'CONFIRMED'
			  and t.question_id = :other and t.post_id = j.post_id and t.confirmed_at = j.confirmed_at""";

	private final JdbcClient sql;

	MergedLinks(JdbcClient sql) {
		this.sql = sql;
	}

	/** Links the posts of a question to the other one. */
	void merge(QuestionId question, QuestionId other) {
		change(REMEMBER, question, other);
		change(LINK, question, other);
		change(PIN, question, other);
		this.sql.sql("delete from post_question where question_id = ?").param(question.value()).update();
	}

	/**
	 * Links them to the question again, unless they were unlinked from the other since.
	 */
	void separate(QuestionId question, QuestionId other) {
		change(LINK_BACK, question, other);
		change(GO_ON_RESTING, question, other);
		change(UNLINK_OTHER, question, other);
		change(RESET_OTHER, question, other);
		this.sql.sql("delete from resting_link where question_id = ? and why = 'MERGED'")
			.param(question.value())
			.update();
	}

	private void change(String statement, QuestionId question, QuestionId other) {
		this.sql.sql(statement).param("question", question.value()).param("other", other.value()).update();
	}

}
