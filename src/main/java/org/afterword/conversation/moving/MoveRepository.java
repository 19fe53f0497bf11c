package org.afterword.conversation.moving;

import org.afterword.kernel.NotFound;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers moves, so that they can be undone. */
@Repository
class MoveRepository {

	private final JdbcClient sql;

	MoveRepository(JdbcClient sql) {
		this.sql = sql;
	}

	MoveId add(TopicId from, TopicId to, boolean whole, boolean quiet, @Nullable MoveId undoes) {
		return new MoveId(this.sql.sql("""
				insert into move (from_topic, to_topic, whole, quiet, takes_back)
				values (:from, :to, :whole, :quiet, :undoes) returning id""")
			.param("from", from.value())
			.param("to", to.value())
			.param("whole", whole)
			.param("quiet", quiet)
			.param("undoes", (undoes != null) ? undoes.value() : null)
			.query(Long.class)
			.single());
	}

	/**
	 * @throws NotFound where there is none
	 */
	Remembered get(MoveId move) {
		return this.sql.sql("select from_topic, to_topic, whole, quiet, opened from move where id = ?")
			.param(move.value())
			.query((row, line) -> new Remembered(move, new TopicId(row.getLong("from_topic")),
					new TopicId(row.getLong("to_topic")), row.getBoolean("whole"), row.getBoolean("quiet"),
					row.getBoolean("opened")))
			.optional()
			.orElseThrow(() -> new NotFound("move " + move.value()));
	}

	/** The topic where it went was created for it. */
	void markCreated(MoveId move) {
		this.sql.sql("update move set opened = true where id = ?").param(move.value()).update();
	}

	/**
	 * A move that was done.
	 *
	 * @param whole whether the topic was merged into the other
	 * @param quiet whether authors were not notified
	 * @param created whether the topic where it went was created for it
	 */
	record Remembered(MoveId id, TopicId from, TopicId to, boolean whole, boolean quiet, boolean created) {
	}

}
