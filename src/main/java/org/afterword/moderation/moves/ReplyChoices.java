package org.afterword.moderation.moves;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.afterword.conversation.moving.MoveSelection;
import org.afterword.kernel.Refused;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The replies of a topic, so that somebody can tick those that are to move. */
@Component
class ReplyChoices {

	/** How many numbers a page spans. The opening moves with the whole topic only. */
	static final int PAGE = 50;

	private static final int FIRST = 2;

	private final JdbcClient sql;

	ReplyChoices(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * A reply to tick.
	 *
	 * @param excerpt empty where its text is not shown
	 * @param to the number of the post that it replies to; null where there is none here
	 * @param answered whether another post replies to it
	 */
	record Reply(int number, String author, String excerpt, @Nullable Integer to, boolean answered) {

	}

	/**
	 * A part of the replies of a topic.
	 *
	 * @param replies by their numbers; those that have moved are missing
	 * @param first number of this page
	 * @param end number of the last reply of this page
	 * @param last number of the topic
	 */
	record Part(List<Reply> replies, int page, int first, int end, int last) {

		public boolean hasEarlier() {
			return this.page > 1;
		}

		public boolean hasLater() {
			return this.end < this.last;
		}

		boolean has(int number) {
			return number >= this.first && number < this.first + PAGE;
		}

	}

	/** One page of replies; beyond the last there is the last. */
	Part part(TopicId topic, int wanted) {
		var last = this.sql.sql("select coalesce(max(number), 1) from post where topic_id = ?")
			.param(topic.value())
			.query(Integer.class)
			.single();
		var page = Math.clamp(wanted, 1, Math.max(1, (last - FIRST + PAGE) / PAGE));
		var first = FIRST + (page - 1) * PAGE;
		var end = Math.min(last, first + PAGE - 1);
		return new Part(replies(topic, first, end), page, first, end, last);
	}

	/** A reply, and all that replies to it, directly or not. */
	SortedSet<Integer> thread(TopicId topic, int number) {
		return new TreeSet<>(this.sql.sql("""
				with recursive thread as (
				    select id, number from post where topic_id = :topic and number = :number
				    union
				    select p.id, p.number from post p join thread on p.parent_id = thread.id
				    where p.topic_id = :topic and p.number is not null)
				select number from thread limit :most""")
			.param("topic", topic.value())
			.param("number", number)
			.param("most", MoveSelection.MOST + 1)
			.query(Integer.class)
			.list());
	}

	/**
	 * Lets only those pass that can move together.
	 * @throws Refused for the opening, for what is not in the topic, and for more than
	 * {@link MoveSelection#MOST}
	 */
	void mustBeMovable(TopicId topic, SortedSet<Integer> numbers) {
		if (numbers.contains(1)) {
			throw new Refused("move.opening").on("posts");
		}
		if (numbers.size() > MoveSelection.MOST) {
			throw new Refused("move.too-many", numbers.size(), MoveSelection.MOST).on("posts");
		}
		this.sql.sql("""
				select n.number from unnest(cast(:numbers as int[])) n (number)
				where not exists (select from post p where p.topic_id = :topic and p.number = n.number)
				order by n.number limit 1""")
			.param("numbers", numbers.toArray(Integer[]::new))
			.param("topic", topic.value())
			.query(Integer.class)
			.optional()
			.ifPresent((number) -> {
				throw new Refused("move.no-post", number).on("posts");
			});
	}

	private List<Reply> replies(TopicId topic, int first, int end) {
		return this.sql.sql("""
				select p.number, coalesce(m.display_name, h.label) as author,
				       case when p.state = 'PUBLISHED' then p.excerpt else '' end as excerpt, above.number as above,
				       exists (select from post a where a.parent_id = p.id and a.topic_id = p.topic_id
				               and a.number is not null) as answered
				from post p
				left join placeholder h on h.id = p.author_placeholder_id
				left join member m on m.id = coalesce(p.author_member_id, h.member_id)
				left join post above on above.id = p.parent_id and above.topic_id = p.topic_id
				where p.topic_id = :topic and p.number between :first and :end order by p.number""")
			.param("topic", topic.value())
			.param("first", first)
			.param("end", end)
			.query((row, line) -> new Reply(row.getInt("number"), row.getString("author"), row.getString("excerpt"),
					row.getObject("above", Integer.class), row.getBoolean("answered")))
			.list();
	}

}
