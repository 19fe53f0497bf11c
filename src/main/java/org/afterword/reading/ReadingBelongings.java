package org.afterword.reading;

import java.util.List;

import org.afterword.member.Belongings;
import org.afterword.member.MemberErased;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReadingBelongings implements Belongings {

	private final JdbcClient sql;

	ReadingBelongings(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(new Kept("read", List.of("read_marker.member_id"), """
				select t.title, r.last_number as number, r.seen_at as at, '/topics/' || t.slug as address
				from read_marker r join topic t on t.id = r.topic_id where r.member_id = :member order by t.id"""));
	}

	@EventListener
	void on(MemberErased event) {
		this.sql.sql("delete from read_marker where member_id = ?").param(event.member().value()).update();
	}

}
