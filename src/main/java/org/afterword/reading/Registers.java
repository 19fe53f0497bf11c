package org.afterword.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register of a topic in one statement. */
@Component
public class Registers {

	/**
	 * Published posts of a question {@code q}: counted up to a thousand, so that nothing
	 * unbounded is counted while somebody waits.
	 */
	public static final String COUNTED = """
			cross join lateral (
			    select count(*) as replies, count(*) filter (where addressing.answer = 'CONFIRMED') as answers
			    from (select pq.answer from post_question pq join post p on p.id = pq.post_id
			          where pq.question_id = q.id and p.state = 'PUBLISHED' limit 1000) addressing) counted
			""";

	/** Who asked a question {@code q}. */
	public static final String ASKER = """
			join question_asker asker on asker.question_id = q.id
			""";

	private final JdbcClient sql;

	Registers(JdbcClient sql) {
		this.sql = sql;
	}

	public Register of(TopicId topic) {
		var entries = new ArrayList<RegisterEntry>();
		var subs = new HashMap<Long, List<RegisterEntry>>();
		this.sql.sql("""
				select q.id, q.parent_id, q.number, q.text, q.status, parent.number as under, q.follows, q.recording_at,
				       case when q.withdrawn_at is not null then q.withdrawn_note
				            when q.status = 'DISMISSED' then q.dismissed_because end as note,
				       other.number as merged_into, q.withdrawn_at is not null as withdrawn,
				       asker.name as asker_name, asker.handle as asker_handle,
				       counted.replies, counted.answers
				from question q
				left join question parent on parent.id = q.parent_id and parent.topic_id = q.topic_id
				left join question other on other.id = q.merged_into and other.topic_id = q.topic_id
				""" + ASKER + COUNTED + "where q.topic_id = :topic order by q.position")
			.param("topic", topic.value())
			.query((row) -> {
				var entry = entry(row, new ArrayList<>());
				var siblings = subs.get(row.getLong("parent_id"));
				((siblings != null) ? siblings : entries).add(entry);
				// What stands under a sub-question stands beside it: the register has two
				// levels.
				subs.put(entry.id().value(), (siblings != null) ? siblings : entry.subs());
			});
		return new Register(entries);
	}

	/**
	 * Where questions went that stood in a topic: addresses by old number, in order. Not
	 * those that only stood there until their move was undone.
	 */
	public Map<QuestionNumber, String> gone(TopicId topic) {
		var gone = new TreeMap<QuestionNumber, String>();
		this.sql.sql("""
				select r.number, '/topics/' || t.slug || '/questions/' || q.number as address
				from question_redirect r join question q on q.id = r.question_id join topic t on t.id = q.topic_id
				where r.topic_id = :topic and q.topic_id <> :topic
				  and not exists (select from moved_question m join move back on back.id = m.move_id
				                  where m.question_id = q.id and m.number_before = r.number
				                    and back.from_topic = :topic and back.takes_back is not null)""")
			.param("topic", topic.value())
			.query((row) -> {
				gone.put(new QuestionNumber(row.getString("number")), row.getString("address"));
			});
		return gone;
	}

	/**
	 * Says why a topic has no question of this number.
	 * @return {@link Moved} for a number that it had before, {@link NotFound} otherwise
	 */
	public RuntimeException missing(TopicId topic, QuestionNumber number) {
		return missing(topic, number, "");
	}

	/**
	 * The same of a page below that of the question.
	 * @param below what follows in its address, from the slash on
	 */
	public RuntimeException missing(TopicId topic, QuestionNumber number, String below) {
		var address = moved(topic, number);
		return (address != null) ? Moved.to(address + below) : new NotFound("question " + number);
	}

	/**
	 * The page of a question that stood here, or of the one into which it is merged; null
	 * where none did.
	 */
	public @Nullable String moved(TopicId topic, QuestionNumber number) {
		return this.sql.sql("""
				select '/topics/' || t.slug || '/questions/' || q.number
				from question_redirect r
				join question moved on moved.id = r.question_id
				join question q on q.id = coalesce(moved.merged_into, moved.id)
				join topic t on t.id = q.topic_id
				where r.topic_id = :topic and r.number = :number""")
			.param("topic", topic.value())
			.param("number", number.value())
			.query(String.class)
			.optional()
			.orElse(null);
	}

	private static RegisterEntry entry(ResultSet row, List<RegisterEntry> subs) throws SQLException {
		return new RegisterEntry(new QuestionId(row.getLong("id")), new QuestionNumber(row.getString("number")),
				row.getString("text"), Rows.person(row, "asker"), QuestionStatus.valueOf(row.getString("status")),
				Rows.numberOrNull(row, "under"), Rows.numberOrNull(row, "follows"), row.getString("recording_at"),
				row.getString("note"), Rows.numberOrNull(row, "merged_into"), row.getBoolean("withdrawn"),
				row.getInt("replies"), row.getInt("answers"), subs);
	}

}
