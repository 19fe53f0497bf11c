package org.afterword.topic;

import java.util.List;

import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TopicPersonalData implements PersonalData {

	private final JdbcClient sql;

	TopicPersonalData(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(
				new Kept("topics", List.of("topic.created_by", "participant.member_id", "topic_name.member_id"), """
						select t.title, '/topics/' || t.slug as address, t.created_by = :member as founded, p.since
						from topic t left join participant p on p.topic_id = t.id and p.member_id = :member
						where t.created_by = :member or p.member_id is not null order by t.id"""),
				new Kept("roles", List.of("topic_role.member_id"), """
						select t.title, '/topics/' || t.slug as address, r.role
						from topic_role r join topic t on t.id = r.topic_id where r.member_id = :member
						order by t.id, r.role"""), new Kept("leaves", List.of("leave.member_id", "leave.deputy_id"), """
						select m.display_name as name, l.member_id = :member as own, l.began_at as since, l.until,
						       l.ended_at as ended
						from leave l
						join member m on m.id = case when l.member_id = :member then l.deputy_id else l.member_id end
						where l.member_id = :member or l.deputy_id = :member order by l.id"""),
				new Kept("known-as", List.of("placeholder.member_id"), """
						select p.label as name, t.title, '/topics/' || t.slug as address, p.claimed_at as since
						from placeholder p join topic t on t.id = p.topic_id where p.member_id = :member
						order by p.id"""), new Kept("claims", List.of("claim.member_id"), """
						select p.label as name, t.title, '/topics/' || t.slug as address, c.state, c.filed_at as at,
						       c.decided_at, c.words, c.reason
						from claim c join placeholder p on p.id = c.placeholder_id join topic t on t.id = p.topic_id
						where c.member_id = :member order by c.id"""));
	}

	@EventListener
	void on(MemberErased event) {
		this.sql.sql("""
				update leave set ended_at = least(until, now())
				where (member_id = :member or deputy_id = :member) and ended_at is null""")
			.param("member", event.member().value())
			.update();
		this.sql.sql("delete from topic_role where member_id = ?").param(event.member().value()).update();
	}

}
