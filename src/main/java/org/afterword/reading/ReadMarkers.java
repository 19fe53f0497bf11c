package org.afterword.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how far each member has read: the one write that looking at a page makes. */
@Component
class ReadMarkers {

	private final JdbcClient sql;

	private final Clock clock;

	ReadMarkers(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Raises the marker to the last post shown, never lowers it. One statement reads the
	 * old one and writes the new one, so that two windows cannot lose a step.
	 * @return the marker as it was; empty on the first visit
	 */
	Optional<Marker> raise(MemberId member, TopicId topic, int lastShown) {
		return this.sql.sql("""
				with raised as (
				    insert into read_marker (member_id, topic_id, last_number, seen_at)
				    values (:member, :topic, :last, :now)
				    on conflict (member_id, topic_id)
				    do update set last_number = excluded.last_number, seen_at = excluded.seen_at
				    where read_marker.last_number < excluded.last_number)
				select last_number, seen_at from read_marker where member_id = :member and topic_id = :topic""")
			.param("member", member.value())
			.param("topic", topic.value())
			.param("last", lastShown)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, line) -> new Marker(row.getInt("last_number"), Rows.instant(row, "seen_at")))
			.optional();
	}

	/** The first post after those that a member was shown; none on the first visit. */
	Optional<Integer> firstUnread(MemberId member, TopicHead head) {
		return this.sql.sql("select last_number + 1 from read_marker where member_id = ? and topic_id = ?")
			.params(member.value(), head.id().value())
			.query(Integer.class)
			.optional()
			.filter((number) -> number <= head.lastPostNumber());
	}

	/**
	 * How far somebody had read.
	 *
	 * @param last number of the last post they were shown
	 * @param at when that was
	 */
	record Marker(int last, Instant at) {
	}

}
