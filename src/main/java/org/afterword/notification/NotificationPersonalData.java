package org.afterword.notification;

import java.util.List;

import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NotificationPersonalData implements PersonalData {

	private final JdbcClient sql;

	NotificationPersonalData(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(new Kept("notices", List.of("notice.member_id"), """
				select lower(replace(n.kind, '_', ' ')) as subject, t.title, p.number, n.told_at as at,
				       n.seen_at as seen, '/notifications/' || n.id as address
				from notice n
				left join flag_case c on n.subject = 'FLAG_CASE' and c.id = n.subject_id
				left join request r on n.subject = 'REQUEST' and r.id = n.subject_id
				left join post p on p.id = case when n.subject in ('POST', 'ANSWER', 'NEW_POSTS') then n.subject_id
				                                when n.subject = 'MOVE' then n.detail_id else c.post_id end
				left join question q on q.id = case when n.subject = 'QUESTION' then n.subject_id else r.question_id end
				left join topic t on t.id = coalesce(p.topic_id, q.topic_id) and t.state <> 'DRAFT'
				where n.member_id = :member order by n.told_at, n.id"""));
	}

	/** Notices of others about what they did stay: they name them by their number now. */
	@EventListener
	void on(MemberErased event) {
		this.sql.sql("delete from notice where member_id = ?").param(event.member().value()).update();
	}

}
