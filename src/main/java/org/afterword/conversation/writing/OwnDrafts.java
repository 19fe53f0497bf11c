package org.afterword.conversation.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of a member’s own drafts: discarding and restoring them. */
@Service
@Transactional
class OwnDrafts {

	/** How many a page lists. */
	static final int PAGE = 50;

	private static final Duration RESTORABLE = Duration.ofDays(1);

	private static final Duration UNTOUCHED = Duration.ofDays(365);

	private static final String LIST = """
			select d.id, t.slug, t.title, d.kind, p.number as post, q.number as question, left(d.body, 400) as body,
			       d.saved_at, d.is_copy
			from draft d
			left join post p on p.id = d.post_id
			left join question q on q.id = d.question_id
			join topic t on t.id = coalesce(p.topic_id, q.topic_id, d.topic_id)
			where d.member_id = :member and d.discarded_at is null
			  and (cast(:before as bigint) is null
			       or (d.saved_at, d.id) < (select saved_at, id from draft where id = :before and member_id = :member))
			order by d.saved_at desc, d.id desc limit :most""";

	private final JdbcClient sql;

	private final Clock clock;

	OwnDrafts(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * A member’s drafts, the last saved first; at most {@value #PAGE}, and one more where
	 * there are more.
	 * @param before only those saved before this one; null for all
	 */
	@Transactional(readOnly = true)
	List<DraftView> list(Viewer author, @Nullable Long before) {
		return this.sql.sql(LIST)
			.param("member", author.id().value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query(OwnDrafts::view)
			.list();
	}

	/**
	 * Discards a draft. It can be restored for a day.
	 * @throws NotFound where the member has none with this id
	 */
	void discard(long id, Viewer author) {
		var now = this.clock.instant();
		this.sql.sql("delete from draft where member_id = ? and discarded_at < ?")
			.params(author.id().value(), Timestamp.from(now.minus(RESTORABLE)))
			.update();
		mustBeOne(id,
				this.sql
					.sql("update draft set discarded_at = ? where id = ? and member_id = ? and discarded_at is null")
					.params(Timestamp.from(now), id, author.id().value())
					.update());
	}

	/**
	 * Restores a discarded draft. Where its place has a newer one, it becomes a copy.
	 * @throws NotFound where the member has discarded none with this id
	 */
	void restore(long id, Viewer author) {
		mustBeOne(id,
				this.sql.sql("""
						update draft d set discarded_at = null, is_copy = d.is_copy or exists (
						  select from draft n where n.member_id = d.member_id and n.kind = d.kind and not n.is_copy
						    and n.discarded_at is null and n.post_id is not distinct from d.post_id
						    and n.question_id is not distinct from d.question_id
						    and (n.post_id is not null or n.question_id is not null or n.topic_id = d.topic_id))
						where d.id = ? and d.member_id = ? and d.discarded_at is not null""")
					.params(id, author.id().value())
					.update());
	}

	/** Deletes drafts that were discarded, and those that nobody touched for a year. */
	void deleteOld() {
		var now = this.clock.instant();
		this.sql.sql("delete from draft where discarded_at < ? or saved_at < ?")
			.params(Timestamp.from(now.minus(RESTORABLE)), Timestamp.from(now.minus(UNTOUCHED)))
			.update();
	}

	private static void mustBeOne(long id, int changed) {
		if (changed == 0) {
			throw new NotFound("draft " + id);
		}
	}

	private static DraftView view(ResultSet row, int line) throws SQLException {
		var question = row.getString("question");
		return new DraftView(row.getLong("id"), new Slug(row.getString("slug")), row.getString("title"),
				Place.Kind.valueOf(row.getString("kind")), row.getObject("post", Integer.class),
				(question != null) ? new QuestionNumber(question) : null, row.getString("body"),
				row.getTimestamp("saved_at").toInstant(), row.getBoolean("is_copy"));
	}

}
