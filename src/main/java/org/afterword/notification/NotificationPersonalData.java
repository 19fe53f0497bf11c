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
				left join flag_case c on c.id = n.flag_case_id
				left join post p on p.id = coalesce(n.post_id, c.post_id)
				left join question q on q.id = n.question_id
				left join topic t on t.id = coalesce(p.topic_id, q.topic_id) and t.state <> 'DRAFT'
				where n.member_id = :member order by n.told_at, n.id"""));
	}

	/** What others were told of their acts stays: it names them by their number now. */
	@EventListener
	void on(MemberErased event) {
		this.sql.sql("delete from notice where member_id = ?").param(event.member().value()).update();
	}

}
