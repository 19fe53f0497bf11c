package org.afterword.conversation.moving;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.afterword.member.MemberId;
import org.afterword.topic.MoveId;
import org.afterword.topic.Participants;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.TopicPlaceholders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Members and placeholders follow what they wrote and asked to another topic. A
 * placeholder is in one topic only: it moves when nothing of it stays behind.
 */
@Component
class MovedPeople {

	private static final String NOTHING_STAYS = """
			insert into moved_placeholder (move_id, placeholder_id, label_before)
			select :move, h.id, h.label from placeholder h
			where h.topic_id = :from and (:whole or (
			      h.id in (select author_placeholder_id from post where id = any(:posts)
			               union select asker_placeholder_id from question where id = any(:questions)
			               union select placeholder_id from request where question_id = any(:questions))
			  and not exists (select from post p where p.topic_id = :from and p.author_placeholder_id = h.id)
			  and not exists (select from question q where q.topic_id = :from and q.asker_placeholder_id = h.id)
			  and not exists (select from request r join question q on q.id = r.question_id
			                  where r.placeholder_id = h.id and q.topic_id = :from)
			  and not exists (select from mention n join post p on p.id = n.post_id
			                  where n.placeholder_id = h.id and p.topic_id = :from)))
			returning placeholder_id, label_before""";

	private final Participants participants;

	private final TopicPlaceholders placeholders;

	private final JdbcClient sql;

	MovedPeople(Participants participants, TopicPlaceholders placeholders, JdbcClient sql) {
		this.participants = participants;
		this.placeholders = placeholders;
		this.sql = sql;
	}

	void follow(Move move) {
		var members = this.sql
			.sql("""
					select author_member_id from post where id = any(:posts) and author_member_id is not null
					union select asker_member_id from question where id = any(:questions) and asker_member_id is not null""")
			.params(move.things())
			.query((row, line) -> new MemberId(row.getLong(1)))
			.list();
		this.participants.add(move.to(), members);
		this.participants.remove(move.from(), withNothing(move.from(), members));
		this.placeholders.move((move.undoes() != null) ? before(move.undoes(), move.from()) : nothingStays(move),
				move.to());
	}

	private List<MemberId> withNothing(TopicId topic, List<MemberId> members) {
		return this.sql.sql("""
				select m.id from unnest(cast(:members as bigint[])) as m (id)
				where not exists (select from post p where p.topic_id = :topic and p.author_member_id = m.id)
				  and not exists (select from question q where q.topic_id = :topic and q.asker_member_id = m.id)""")
			.param("topic", topic.value())
			.param("members", members.stream().map(MemberId::value).toArray(Long[]::new))
			.query((row, line) -> new MemberId(row.getLong(1)))
			.list();
	}

	private Map<PlaceholderId, String> nothingStays(Move move) {
		var labels = new TreeMap<PlaceholderId, String>(Comparator.comparingLong(PlaceholderId::value));
		this.sql.sql(NOTHING_STAYS)
			.params(move.things())
			.param("move", move.id().value())
			.param("from", move.from().value())
			.param("whole", move.whole())
			.query((row) -> {
				labels.put(new PlaceholderId(row.getLong("placeholder_id")), row.getString("label_before"));
			});
		return labels;
	}

	/** With the labels that they had before a move, as far as they are still there. */
	private Map<PlaceholderId, String> before(MoveId move, TopicId there) {
		var labels = new LinkedHashMap<PlaceholderId, String>();
		this.sql.sql("""
				select h.id, m.label_before from moved_placeholder m join placeholder h on h.id = m.placeholder_id
				where m.move_id = ? and h.topic_id = ? order by h.id""")
			.params(move.value(), there.value())
			.query((row) -> {
				labels.put(new PlaceholderId(row.getLong("id")), row.getString("label_before"));
			});
		return labels;
	}

}
