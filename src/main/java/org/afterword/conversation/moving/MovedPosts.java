package org.afterword.conversation.moving;

import java.time.Instant;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.topic.MoveId;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers posts in the topic where they go, and remembers the numbers that they had. In
 * SQL, because a whole topic moves in a few statements.
 */
@Repository
class MovedPosts {

	/** Posts that were held when they moved, and were published since. */
	private static final String PUBLISHED_SINCE = """
			from moved_post m join post p on p.id = m.post_id
			where m.move_id = :move and p.topic_id = :there and m.number_before is null and p.number is not null""";

	private final PostNumbering numbering;

	private final JdbcClient sql;

	MovedPosts(PostNumbering numbering, JdbcClient sql) {
		this.numbering = numbering;
		this.sql = sql;
	}

	/** Gives each the next number there. */
	void move(MoveId move, TopicId to, List<Long> posts) {
		var ids = posts.toArray(Long[]::new);
		var count = this.sql.sql("select count(*) from post where id = any(:posts) and number is not null")
			.param("posts", ids)
			.query(Integer.class)
			.single();
		this.sql.sql("""
				insert into moved_post (move_id, post_id, number_before, number_after)
				select :move, id, number, case when number is not null
				       then :last + row_number() over (order by number nulls last) end
				from post where id = any(:posts)""")
			.param("move", move.value())
			.param("last", this.numbering.reserve(to, count))
			.param("posts", ids)
			.update();
		renumber(move, to, false);
	}

	/**
	 * Gives each the number back that it had. What was held then and was published since
	 * gets the next one.
	 * @param undo the move that undoes it
	 * @return their ids
	 */
	List<Long> moveBack(MoveRepository.Remembered move, MoveId undo) {
		var count = inMove("select count(*) " + PUBLISHED_SINCE, move).query(Integer.class).single();
		var last = this.numbering.reserve(move.from(), count);
		inMove("""
				insert into moved_post (move_id, post_id, number_before, number_after)
				select :undo, p.id, p.number, m.number_before
				from moved_post m join post p on p.id = m.post_id
				where m.move_id = :move and p.topic_id = :there and (m.number_before is not null or p.number is null)""",
				move)
			.param("undo", undo.value())
			.update();
		inMove("insert into moved_post (move_id, post_id, number_before, number_after) "
				+ "select :undo, p.id, p.number, :last + row_number() over (order by p.number) " + PUBLISHED_SINCE,
				move)
			.param("undo", undo.value())
			.param("last", last)
			.update();
		renumber(undo, move.from(), true);
		this.sql.sql("""
				delete from post_redirect r using moved_post m
				where m.move_id = ? and r.topic_id = ? and r.number = m.number_after and r.post_id = m.post_id""")
			.params(undo.value(), move.from().value())
			.update();
		return of(undo).stream().map(PostId::value).toList();
	}

	/** The posts of a move, in the order of their new numbers. */
	List<PostId> of(MoveId move) {
		return this.sql.sql("select post_id from moved_post where move_id = ? order by number_after nulls last")
			.param(move.value())
			.query((row, line) -> new PostId(row.getLong(1)))
			.list();
	}

	/** A topic is as active as the newest of its posts. */
	void noteActivity(TopicId topic) {
		this.sql.sql("select max(written_at) from post where topic_id = ? and number is not null")
			.param(topic.value())
			.query((row) -> {
				var newest = row.getTimestamp(1);
				this.numbering.lastActive(topic, (newest != null) ? newest.toInstant() : Instant.EPOCH);
			});
	}

	private void renumber(MoveId move, TopicId to, boolean back) {
		this.sql.sql("""
				insert into post_redirect (topic_id, number, post_id, brought_back)
				select p.topic_id, p.number, p.id, ? from moved_post m join post p on p.id = m.post_id
				where m.move_id = ? and p.number is not null""").params(back, move.value()).update();
		this.sql.sql("""
				update post p set topic_id = :to, number = m.number_after, version = p.version + 1,
				  written_in = nullif(coalesce(p.written_in, p.topic_id), :to)
				from moved_post m where m.move_id = :move and p.id = m.post_id""")
			.param("to", to.value())
			.param("move", move.value())
			.update();
	}

	private JdbcClient.StatementSpec inMove(String statement, MoveRepository.Remembered move) {
		return this.sql.sql(statement).param("move", move.id().value()).param("there", move.to().value());
	}

}
