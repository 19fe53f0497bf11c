package org.afterword.notification;

import java.sql.Timestamp;
import java.time.Instant;

import org.afterword.conversation.PostId;
import org.afterword.conversation.answers.AnswerConfirmed;
import org.afterword.conversation.answers.AnswerPinned;
import org.afterword.conversation.requests.AnswerRequested;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatusChanged;
import org.afterword.topic.PlaceholderClaimed;
import org.afterword.topic.TopicPublished;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Notifies members of what became of their questions and their answers, and of questions
 * that they are asked to answer.
 */
@Component
class QuestionNotices {

	/** Those who are asked to answer a question and have not answered it. */
	private static final String REQUESTED = """
			insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
			select m.id, 'request ' || o.id, 'REQUESTED', o.asked_by, 'REQUEST', o.id,
			       greatest(o.asked_at, h.claimed_at)
			from open_request o
			join topic t on t.id = o.topic_id
			join member m on m.id = o.member_id and m.status = 'ACTIVE' and m.id <> o.asked_by
			left join placeholder h on h.id = o.placeholder_id
			where (t.state <> 'DRAFT' or m.role <> 'MEMBER'
			       or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = m.id))
			  and %s
			on conflict (member_id, dedup_key) do nothing""";

	private final JdbcClient sql;

	QuestionNotices(JdbcClient sql) {
		this.sql = sql;
	}

	@ApplicationModuleListener
	void on(AnswerConfirmed event) {
		aboutAnswer(event.post(), event.question(), "CONFIRMED", event.by(), event.at());
	}

	@ApplicationModuleListener
	void on(AnswerPinned event) {
		aboutAnswer(event.post(), event.question(), "PINNED", event.by(), event.at());
	}

	/**
	 * A status that follows the conversation needs no notice: its posts and answers have
	 * theirs.
	 */
	@ApplicationModuleListener
	void on(QuestionStatusChanged event) {
		if (event.after() == QuestionStatus.OPEN || event.after() == QuestionStatus.IN_DISCUSSION) {
			return;
		}
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
					select m.id, cast(:key as text), 'STATUS', cast(:by as bigint), 'QUESTION', q.id, cast(:at as timestamptz)
					from question q
					left join placeholder asked on asked.id = q.asker_placeholder_id
					join member m on m.id = coalesce(q.asker_member_id, asked.member_id) and m.status = 'ACTIVE' and m.id <> :by
					where q.id = :question
					on conflict (member_id, dedup_key) do nothing""")
			.param("key", "status " + event.question() + " " + event.at())
			.param("by", event.by().value())
			.param("question", event.question().value())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	/**
	 * In a draft topic only those who run it are notified; the others are when it is
	 * published.
	 */
	@ApplicationModuleListener
	void on(AnswerRequested event) {
		this.sql.sql(REQUESTED.formatted("o.id = ?")).param(event.request()).update();
	}

	@ApplicationModuleListener
	void on(TopicPublished event) {
		this.sql.sql(REQUESTED.formatted("t.id = ?")).param(event.topic().value()).update();
	}

	@ApplicationModuleListener
	void on(PlaceholderClaimed event) {
		this.sql.sql(REQUESTED.formatted("o.placeholder_id = ?")).param(event.placeholder().value()).update();
	}

	/**
	 * Notifies the asker and the author. A pin after the answer was confirmed is news of
	 * the same thing: the notice is new again.
	 */
	private void aboutAnswer(PostId post, QuestionId question, String kind, MemberId by, Instant at) {
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, detail_id, told_at)
					select distinct on (m.id) m.id, cast(:key as text), told.kind, cast(:by as bigint), 'ANSWER', p.id, q.id,
					       cast(:at as timestamptz)
					from post p
					left join post_author w on w.post_id = p.id
					join question q on q.id = :question
					left join placeholder asked on asked.id = q.asker_placeholder_id
					cross join lateral (values
					    (w.member_id, 'OWN_' || cast(:kind as text)),
					    (coalesce(q.asker_member_id, asked.member_id), cast(:kind as text))) told (member_id, kind)
					join member m on m.id = told.member_id and m.status = 'ACTIVE' and m.id <> :by
					where p.id = :post and p.state = 'PUBLISHED'
					order by m.id, told.kind desc
					on conflict (member_id, dedup_key) do update
					set kind = excluded.kind, actor_id = excluded.actor_id, told_at = excluded.told_at, seen_at = null
					where notice.kind like '%CONFIRMED' and excluded.kind like '%PINNED'""")
			.param("key", "answer " + post + " " + question)
			.param("kind", kind)
			.param("by", by.value())
			.param("post", post.value())
			.param("question", question.value())
			.param("at", Timestamp.from(at))
			.update();
	}

}
