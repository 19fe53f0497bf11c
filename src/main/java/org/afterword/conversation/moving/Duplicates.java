package org.afterword.conversation.moving;

import java.util.List;

import org.afterword.conversation.Answers;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.DuplicateQuestions;
import org.afterword.question.QuestionId;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that say the same become one, and two again. */
@Service
@Transactional
public class Duplicates {

	private final PostQuestionRepository ties;

	private final Answers answers;

	private final DuplicateQuestions duplicateQuestions;

	private final JdbcClient sql;

	Duplicates(PostQuestionRepository ties, Answers answers, DuplicateQuestions duplicateQuestions, JdbcClient sql) {
		this.ties = ties;
		this.answers = answers;
		this.duplicateQuestions = duplicateQuestions;
		this.sql = sql;
	}

	/**
	 * Lets a question join its twin: its replies address the twin, confirmed answers stay
	 * so, and pinned ones stand behind those of the twin, as far as there is room for
	 * them. False when it has joined it before.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where it is its own twin, where either stands no more, and where
	 * others have joined it
	 * @throws Overtaken where somebody has joined it with another question
	 */
	public boolean join(TopicId topic, QuestionNumber number, QuestionNumber twin, Viewer viewer) {
		this.ties.flush();
		var joined = this.duplicateQuestions.join(topic, number, twin, this::isAnswered, viewer);
		if (!joined.changed()) {
			return false;
		}
		follow(joined.question(), joined.original());
		this.answers.settle(List.of(joined.original()));
		return true;
	}

	/** Lets what addresses a question that has joined its twin address the twin. */
	void follow(QuestionId question, QuestionId twin) {
		remember(question, twin);
		move(question, twin);
		pin(question, twin);
		this.sql.sql("delete from post_question where question_id = ?").param(question.value()).update();
	}

	/**
	 * Lets a question stand by itself again, with the replies that it brought along as
	 * far as they still address its twin; what was written since stays there. False when
	 * it stands by itself.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public boolean part(TopicId topic, QuestionNumber number, Viewer viewer) {
		this.ties.flush();
		var parted = this.duplicateQuestions.separate(topic, number, viewer);
		if (!parted.changed()) {
			return false;
		}
		giveBack(parted.question(), parted.original());
		giveBackWhatIsAway(parted.question(), parted.original());
		takeAway(parted.question(), parted.original());
		this.sql.sql("delete from joined_tie where question_id = ?").param(parted.question().value()).update();
		var both = List.of(parted.question(), parted.original());
		this.answers.closeRanks(both);
		this.answers.settle(both);
		return true;
	}

	private boolean isAnswered(QuestionId question) {
		return this.sql.sql("""
				select exists (select from post_question t join post p on p.id = t.post_id
				               where t.question_id = ? and t.answer = 'CONFIRMED' and p.state = 'PUBLISHED')""")
			.param(question.value())
			.query(Boolean.class)
			.single();
	}

	private void remember(QuestionId question, QuestionId twin) {
		change("""
				insert into joined_tie (question_id, post_id, source, answer, confirmed_by, confirmed_at, pin_rank, pin_note,
				                        pinned_by, tied_at, there)
				select t.question_id, t.post_id, t.source, t.answer, t.confirmed_by, t.confirmed_at, t.pin_rank, t.pin_note,
				       t.pinned_by, t.tied_at, (select answer from post_question where post_id = t.post_id and question_id = :twin)
				from post_question t where t.question_id = :question""",
				question, twin);
	}

	private void move(QuestionId question, QuestionId twin) {
		change("""
				insert into post_question as there (post_id, question_id, source, answer, confirmed_by, confirmed_at, tied_at)
				select post_id, :twin, source, answer, confirmed_by, confirmed_at, tied_at
				from post_question where question_id = :question
				on conflict (post_id, question_id) do update
				set answer = excluded.answer, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
				where there.answer = 'NONE' or (there.answer = 'OFFERED' and excluded.answer = 'CONFIRMED')""",
				question, twin);
	}

	private void pin(QuestionId question, QuestionId twin) {
		change("""
				update post_question there
				set pin_rank = pinned.before + coming.place, pin_note = coming.pin_note, pinned_by = coming.pinned_by
				from (select coalesce(max(pin_rank), 0) as before from post_question where question_id = :twin) pinned,
				     (select t.post_id, t.pin_note, t.pinned_by, row_number() over (order by t.pin_rank) as place
				      from post_question t
				      join post_question known on known.post_id = t.post_id and known.question_id = :twin
				      where t.question_id = :question and t.pin_rank is not null and known.pin_rank is null) coming
				where there.question_id = :twin and there.post_id = coming.post_id
				  and pinned.before + coming.place <= %d""".formatted(Answers.PINS), question, twin);
	}

	private void giveBack(QuestionId question, QuestionId twin) {
		change("""
				insert into post_question (post_id, question_id, source, answer, confirmed_by, confirmed_at, pin_rank, pin_note,
				                           pinned_by, tied_at)
				select post_id, :question, source, answer, confirmed_by, confirmed_at,
				       case when pinned then pin_rank end, case when pinned then pin_note end,
				       case when pinned then pinned_by end, tied_at
				from (select j.post_id, j.source, j.pin_rank, j.pin_note, j.pinned_by, j.tied_at,
				             case when j.there is null then t.answer else j.answer end as answer,
				             case when j.there is null then t.confirmed_by else j.confirmed_by end as confirmed_by,
				             case when j.there is null then t.confirmed_at else j.confirmed_at end as confirmed_at,
				             p.state = 'PUBLISHED' and (j.there is not null or t.answer = 'CONFIRMED') as pinned
				      from joined_tie j
				      join post p on p.id = j.post_id
				      left join post_question t on t.post_id = j.post_id and t.question_id = :twin
				      where j.question_id = :question and (j.there is not null or t.post_id is not null)
				        and p.topic_id = (select topic_id from question where id = :question)) back
				on conflict (post_id, question_id) do nothing""",
				question, twin);
	}

	/** A post that stands in another topic now finds its question when it is back. */
	private void giveBackWhatIsAway(QuestionId question, QuestionId twin) {
		change("""
				insert into parted_tie (post_id, question_id, source, answer, confirmed_by, confirmed_at, pin_rank, pin_note,
				                        pinned_by, tied_at)
				select j.post_id, j.question_id, j.source, j.answer, j.confirmed_by, j.confirmed_at, j.pin_rank, j.pin_note,
				       j.pinned_by, j.tied_at
				from joined_tie j join post p on p.id = j.post_id
				left join parted_tie t on t.post_id = j.post_id and t.question_id = :twin
				where j.question_id = :question and (j.there is not null or t.post_id is not null)
				  and p.topic_id <> (select topic_id from question where id = :question)
				on conflict (post_id, question_id) do nothing""",
				question, twin);
		change("""
				delete from parted_tie t using joined_tie j
				where j.question_id = :question and j.there is null and t.question_id = :twin and t.post_id = j.post_id""",
				question, twin);
	}

	private void takeAway(QuestionId question, QuestionId twin) {
		change("""
				delete from post_question t using joined_tie j
				where j.question_id = :question and j.there is null and t.question_id = :twin and t.post_id = j.post_id""",
				question, twin);
		change("""
				update post_question t
				set answer = j.there, confirmed_by = null, confirmed_at = null, pin_rank = null, pin_note = null,
				    pinned_by = null
				from joined_tie j
				where j.question_id = :question and j.there <> 'CONFIRMED' and t.question_id = :twin
				  and t.post_id = j.post_id and t.confirmed_at = j.confirmed_at""", question, twin);
	}

	private void change(String statement, QuestionId question, QuestionId twin) {
		this.sql.sql(statement).param("question", question.value()).param("twin", twin.value()).update();
	}

}
