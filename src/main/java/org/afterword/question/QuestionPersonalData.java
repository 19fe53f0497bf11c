package org.afterword.question;

import java.util.List;

import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class QuestionPersonalData implements PersonalData {

	private static final String PLACE = "'/topics/' || t.slug || '/questions/' || q.number as address";

	private final JdbcClient sql;

	QuestionPersonalData(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(new Kept("questions", List.of("question.asker_member_id"), """
				select q.number, q.text as words, q.asked_at as at, %s
				from question q join topic t on t.id = q.topic_id
				where q.asker_member_id = :member
				   or q.asker_placeholder_id in (select id from placeholder where member_id = :member)
				order by q.id""".formatted(PLACE)), new Kept("votes", List.of("question_vote.member_id"), """
				select q.number, case when q.withdrawn_at is null then q.text end as words, v.voted_at as at, %s
				from question_vote v join question q on q.id = v.question_id join topic t on t.id = q.topic_id
				where v.member_id = :member order by v.voted_at""".formatted(PLACE)),
				new Kept("register-kept", List.of("question_event.done_by"), """
						select lower(e.act) as act, q.number, e.text_before as words_before, e.note as reason,
						       e.done_at as at, e.removed_at as removed, e.removal, %s
						from question_event e join question q on q.id = e.question_id join topic t on t.id = q.topic_id
						where e.done_by = :member order by e.id""".formatted(PLACE)));
	}

	/** Votes are of people who are there; a reason may name who has left. */
	@EventListener
	void on(MemberErased event) {
		this.sql.sql("""
				update question_event e set removal = :name from question q
				where q.id = e.question_id and e.removal is not null
				  and (q.asker_member_id = :member
				       or q.asker_placeholder_id in (select id from placeholder where member_id = :member))""")
			.param("name", event.name())
			.param("member", event.member().value())
			.update();
		this.sql.sql("delete from question_vote where member_id = ?").param(event.member().value()).update();
	}

}
