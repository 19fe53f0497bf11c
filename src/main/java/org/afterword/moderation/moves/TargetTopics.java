package org.afterword.moderation.moves;

import java.util.List;

import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The topics to which something can move. */
@Component
class TargetTopics {

	/** How many topics are offered. */
	private static final int OFFERED = 12;

	private final Topics topics;

	private final JdbcClient sql;

	TargetTopics(Topics topics, JdbcClient sql) {
		this.topics = topics;
		this.sql = sql;
	}

	/**
	 * Open topics that this member runs: the one that was chosen first, then the most
	 * active.
	 * @param words all of which are in the title; an address finds its topic, none finds
	 * all
	 * @param chosen the last part of an address; empty for none
	 */
	List<TopicView> offered(TopicId from, String words, String chosen, Viewer by) {
		return this.sql
			.sql("select t.id, t.slug, t.title, t.kind, t.state from topic t where t.state = 'OPEN' "
					+ "and t.id <> :from and " + Staff.THEIRS + """
							and (t.slug in (:chosen, :slug) or not exists (
							    select from unnest(cast(:words as text[])) word
							    where position(lower(word) in lower(t.title)) = 0))
							order by t.slug = :chosen desc, t.slug = :slug desc, t.last_activity_at desc, t.id desc
							limit :most""")
			.param("from", from.value())
			.param("chosen", chosen)
			.param("slug", MoveForm.lastPart(words))
			.param("words", words.isEmpty() ? new String[0] : words.split("\\s+", 20))
			.param("all", by.isFacilitator())
			.param("me", by.id().value())
			.param("most", OFFERED)
			.query((row, line) -> new TopicView(new TopicId(row.getLong("id")), new Slug(row.getString("slug")),
					row.getString("title"), TopicKind.valueOf(row.getString("kind")), TopicState.OPEN))
			.list();
	}

	/**
	 * Finds a topic by its slug, or by an old one.
	 * @throws Refused where there is none that this member may see
	 */
	TopicView find(String slug, Viewer by) {
		try {
			return this.topics.get(new Slug(slug), by);
		}
		catch (Moved moved) {
			return find(moved.from("/topics/" + slug).replaceFirst("^/topics/", ""), by);
		}
		catch (NotFound | IllegalArgumentException ex) {
			throw new Refused("move.no-topic", slug);
		}
	}

}
