package org.afterword.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.afterword.conversation.PostsMoved;
import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how far each member has read: the one write that reading a topic makes. */
@Component
public class ReadMarkers {

	/** What one wrote oneself is not new to one. */
	private static final String FIRST_NEW = """
			select p.number from post p join post_author author on author.post_id = p.id
			where p.topic_id = r.topic_id and p.number > r.last_number
			  and author.member_id is distinct from r.member_id
			order by p.number limit 1""";

	private final JdbcClient sql;

	private final Clock clock;

	ReadMarkers(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** How far a member has read; empty before the first visit. */
	public Optional<Marker> find(MemberId member, TopicId topic) {
		return this.sql.sql("""
				select last_number, seen_at, (%s) as first_new
				from read_marker r where member_id = :member and topic_id = :topic""".formatted(FIRST_NEW))
			.param("member", member.value())
			.param("topic", topic.value())
			.query((row, line) -> new Marker(row.getInt("last_number"), Rows.instant(row, "seen_at"),
					row.getObject("first_new", Integer.class)))
			.optional();
	}

	/** Raises the marker to the last post shown, never lowers it. */
	public void raise(MemberId member, TopicId topic, int lastShown) {
		this.sql.sql("""
				insert into read_marker (member_id, topic_id, last_number, seen_at)
				values (:member, :topic, :last, :now)
				on conflict (member_id, topic_id)
				do update set last_number = excluded.last_number, seen_at = excluded.seen_at
				where read_marker.last_number < excluded.last_number""")
			.param("member", member.value())
			.param("topic", topic.value())
			.param("last", lastShown)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * The first post of somebody else after those that a member was shown; none on the
	 * first visit.
	 */
	public Optional<Integer> firstUnread(MemberId member, TopicHead head) {
		return this.sql
			.sql("select (%s) from read_marker r where member_id = :member and topic_id = :topic".formatted(FIRST_NEW))
			.param("member", member.value())
			.param("topic", head.id().value())
			.query((row, line) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.optional()
			.flatMap(Function.identity());
	}

	/**
	 * For members who had read the moved posts and everything in the topic before,
	 * nothing there is new: their marker advances to the first post that they have read
	 * in neither topic. In a topic that was created for the move, markers begin where
	 * they were in the other. Posts that are moved back are new again to those who had
	 * read them in neither topic.
	 */
	@EventListener
	void on(PostsMoved event) {
		note(event);
		lower(event);
		this.sql.sql("""
				insert into read_marker (member_id, topic_id, last_number, seen_at)
				select here.member_id, :to, 1, here.seen_at
				from read_marker here
				where here.topic_id = :from and exists (select from move where id = :move and takes_back is null)
				  and (select min(number_after) from moved_post where move_id = :move) = 2
				on conflict do nothing""")
			.param("from", event.from().value())
			.param("to", event.to().value())
			.param("move", event.move().value())
			.update();
		this.sql.sql("""
				update read_marker there set last_number = reached.last
				from (select t.member_id, coalesce(
				          (select min(p.number) - 1 from post p
				           left join moved_post came on came.post_id = p.id and came.move_id = :move
				           where p.topic_id = :to and p.number > t.last_number
				             and p.author_member_id is distinct from t.member_id
				             and (came.number_before is null or came.number_before > f.last_number)),
				          topic.last_post_number) as last
				      from read_marker t
				      join read_marker f on f.member_id = t.member_id and f.topic_id = :from
				      join topic on topic.id = :to
				      where t.topic_id = :to) reached
				where there.topic_id = :to and there.member_id = reached.member_id
				  and there.last_number < reached.last""")
			.param("from", event.from().value())
			.param("to", event.to().value())
			.param("move", event.move().value())
			.update();
	}

	/** They may read on there, past the places of what is gone. */
	private void note(PostsMoved event) {
		this.sql.sql("""
				insert into moved_marker (move_id, member_id, last_number)
				select :move, member_id, last_number from read_marker
				where topic_id = :from and exists (select from move where id = :move and takes_back is null)
				  and last_number < (select max(number_before) from moved_post where move_id = :move)""")
			.param("from", event.from().value())
			.param("move", event.move().value())
			.update();
	}

	private void lower(PostsMoved event) {
		this.sql.sql("""
				update read_marker r set last_number = missed.first - 1
				from (select was.member_id, min(p.number) as first
				      from move back
				      join moved_marker was on was.move_id = back.takes_back
				      join moved_post came on came.move_id = back.id
				      join post p on p.id = came.post_id
				      left join read_marker f on f.member_id = was.member_id and f.topic_id = :from
				      where back.id = :move and p.number > was.last_number
				        and p.author_member_id is distinct from was.member_id
				        and came.number_before > coalesce(f.last_number, 0)
				      group by was.member_id) missed
				where r.topic_id = :to and r.member_id = missed.member_id and r.last_number >= missed.first""")
			.param("from", event.from().value())
			.param("to", event.to().value())
			.param("move", event.move().value())
			.update();
	}

	/**
	 * How far somebody had read.
	 *
	 * @param last the number of the last post that they were shown
	 * @param at when they were last shown something new
	 * @param firstNew the first post after that which is not their own; null if none is
	 */
	public record Marker(int last, Instant at, @Nullable Integer firstNew) {
	}

}
