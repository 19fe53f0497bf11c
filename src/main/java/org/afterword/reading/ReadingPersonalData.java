package org.afterword.reading;

import java.util.List;

import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReadingPersonalData implements PersonalData {

	private final JdbcClient sql;

	ReadingPersonalData(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(new Kept("read", List.of("read_marker.member_id", "moved_marker.member_id"), """
				select title, number, at, address
				from (select t.id, t.title, r.last_number as number, r.seen_at as at, '/topics/' || t.slug as address
				      from read_marker r join topic t on t.id = r.topic_id where r.member_id = :member
				      union all
				      select t.id, t.title, w.last_number, null, '/topics/' || t.slug
				      from moved_marker w join move m on m.id = w.move_id join topic t on t.id = m.from_topic
				      where w.member_id = :member) marks
				order by id, number"""));
	}

	@EventListener
	void on(MemberErased event) {
		for (var table : List.of("read_marker", "moved_marker")) {
			this.sql.sql("delete from " + table + " where member_id = ?").param(event.member().value()).update();
		}
	}

}
