package org.afterword.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how far each member has read: the one write that looking at a page makes. */
@Component
class ReadMarkers {

	/** What one wrote oneself is not new to one. */
	private static final String FIRST_NEW = """
			select p.number from post p left join placeholder h on h.id = p.author_placeholder_id
			where p.topic_id = r.topic_id and p.number > r.last_number
			  and coalesce(p.author_member_id, h.member_id) is distinct from r.member_id
			order by p.number limit 1""";

	private final JdbcClient sql;

	private final Clock clock;

	ReadMarkers(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Raises the marker to the last post shown, never lowers it. One statement reads the
	 * old one and writes the new one, so that two windows cannot lose a step.
	 * @return the marker as it was, with what is new after it; empty on the first visit
	 */
	Optional<Marker> raise(MemberId member, TopicId topic, int lastShown) {
		return this.sql.sql("""
				with raised as (
				    insert into read_marker (member_id, topic_id, last_number, seen_at)
				    values (:member, :topic, :last, :now)
				    on conflict (member_id, topic_id)
				    do update set last_number = excluded.last_number, seen_at = excluded.seen_at
				    where read_marker.last_number < excluded.last_number)
				select seen_at, (%s) as first_new
				from read_marker r where member_id = :member and topic_id = :topic""".formatted(FIRST_NEW))
			.param("member", member.value())
			.param("topic", topic.value())
			.param("last", lastShown)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, line) -> new Marker(Rows.instant(row, "seen_at"), row.getObject("first_new", Integer.class)))
			.optional();
	}

	/**
	 * The first post of somebody else after those that a member was shown; none on the
	 * first visit.
	 */
	Optional<Integer> firstUnread(MemberId member, TopicHead head) {
		return this.sql
			.sql("select (%s) from read_marker r where member_id = :member and topic_id = :topic".formatted(FIRST_NEW))
			.param("member", member.value())
			.param("topic", head.id().value())
			.query((row, line) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.optional()
			.flatMap(Function.identity());
	}

	/**
	 * How far somebody had read.
	 *
	 * @param at when they were last shown something new
	 * @param firstNew the first post after that which is not their own; null if none is
	 */
	record Marker(Instant at, @Nullable Integer firstNew) {
	}

}
