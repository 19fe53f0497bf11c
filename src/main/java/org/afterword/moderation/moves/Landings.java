package org.afterword.moderation.moves;

import org.afterword.conversation.moving.MoveSelection;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicView;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds where something is after a move. */
@Component
class Landings {

	private final JdbcClient sql;

	Landings(JdbcClient sql) {
		this.sql = sql;
	}

	/** The address of the question, or of the first of the posts. */
	String address(TopicId from, TopicView there, MoveSelection selection) {
		var topic = "/topics/" + there.slug();
		var question = selection.question();
		if (question != null) {
			return topic + "/questions/"
					+ this.sql.sql("""
							select q.number from question_redirect r join question q on q.id = r.question_id
							where r.topic_id = ? and r.number = ?""")
						.params(from.value(), question.value())
						.query(String.class)
						.single();
		}
		return this.sql.sql("""
				select p.number from post_redirect r join post p on p.id = r.post_id
				where r.topic_id = :from and p.topic_id = :there and (:whole or r.number = any(:posts))
				order by p.number limit 1""")
			.param("from", from.value())
			.param("there", there.id().value())
			.param("whole", selection.whole())
			.param("posts", selection.posts().toArray(Integer[]::new))
			.query(Integer.class)
			.optional()
			.map((number) -> "%1$s?post=%2$s#p%2$s".formatted(topic, number))
			.orElse(topic);
	}

}
