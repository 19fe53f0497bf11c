package org.afterword.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads a viewer into a topic: one statement, with what they are there. */
@Component
public class Visits {

	private final Topics topics;

	private final JdbcClient sql;

	Visits(Topics topics, JdbcClient sql) {
		this.topics = topics;
		this.sql = sql;
	}

	/**
	 * Opens a topic by the slug in an address.
	 * @throws Moved for a slug that it had before, and where it went into another topic
	 * @throws NotFound where no topic is, or a draft of somebody else
	 */
	public Visit enter(Slug slug, Viewer viewer) {
		return enter(slug, viewer, (topic) -> null);
	}

	/**
	 * Opens a topic on the way to something that stands in it.
	 * @param elsewhere where that stands now that the whole topic went into another; null
	 * where nobody knows
	 * @throws Moved and NotFound as above
	 */
	public Visit enter(Slug slug, Viewer viewer, Function<TopicId, @Nullable String> elsewhere) {
		var visit = find(slug, viewer).orElseThrow(() -> missing(slug));
		if (visit.head().state() == TopicState.MERGED) {
			var address = elsewhere.apply(visit.head().id());
			throw (address != null) ? Moved.to(address)
					: Moved.into(slug, this.topics.present(visit.head().id()).slug());
		}
		return visit;
	}

	private Optional<Visit> find(Slug slug, Viewer viewer) {
		return this.sql.sql("""
				select t.id, t.slug, t.title, t.kind, t.state, t.held_on, t.speakers, t.recording_url, t.created_at,
				       t.locked_at,
				       greatest((select max(number) from post where topic_id = t.id),
				                (select max(number) from post_redirect where topic_id = t.id and not brought_back), 0)
				           as last_post_number,
				       founder.display_name as founder_name, founder.handle as founder_handle,
				       locker.display_name as locker_name, locker.handle as locker_handle,
				       (select count(*) from (
				           select from participant where topic_id = t.id limit 10000) counted) as people,
				       (select count(*) from (
				           select from topic_resource where topic_id = t.id limit 10000) counted) as resources,
				       exists (select from runs_topic
				           where topic_id = t.id and member_id = :viewer) as facilitates,
				       exists (select from fitting_placeholders(:viewer, t.id)) as may_be_known
				from topic t
				join member founder on founder.id = t.created_by
				left join member locker on locker.id = t.locked_by
				where t.slug = :slug""")
			.param("slug", slug.value())
			.param("viewer", viewer.isMember() ? viewer.id().value() : 0L)
			.query((row, line) -> new Visit(head(row), viewer, viewer.isFacilitator() || row.getBoolean("facilitates"),
					row.getBoolean("may_be_known")))
			.optional();
	}

	private RuntimeException missing(Slug slug) {
		return this.sql.sql("select t.slug from old_slug o join topic t on t.id = o.topic_id where o.slug = :slug")
			.param("slug", slug.value())
			.query(String.class)
			.optional()
			.<RuntimeException>map((now) -> Moved.topic(slug, new Slug(now)))
			.orElseGet(() -> new NotFound("topic " + slug));
	}

	private static TopicHead head(ResultSet row) throws SQLException {
		return new TopicHead(new TopicId(row.getLong("id")), new Slug(row.getString("slug")), row.getString("title"),
				TopicKind.valueOf(row.getString("kind")), TopicState.valueOf(row.getString("state")),
				row.getObject("held_on", LocalDate.class), row.getString("speakers"), row.getString("recording_url"),
				Objects.requireNonNull(Rows.person(row, "founder")), Rows.instant(row, "created_at"),
				Rows.person(row, "locker"), Rows.instantOrNull(row, "locked_at"), row.getInt("last_post_number"),
				row.getInt("people"), row.getInt("resources"));
	}

}
