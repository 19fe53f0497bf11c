package org.afterword.moderation.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Assignments;
import org.afterword.moderation.Staff;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Flags that members raise; the flags of a post are one case until it is decided. */
@Service
@Transactional
public class Flags {

	/** How many stand on a page. */
	static final int PAGE = 20;

	private final Topics topics;

	private final Staff staff;

	private final Assignments assignments;

	private final JdbcClient sql;

	private final Clock clock;

	Flags(Topics topics, Staff staff, Assignments assignments, JdbcClient sql, Clock clock) {
		this.topics = topics;
		this.staff = staff;
		this.assignments = assignments;
		this.sql = sql;
		this.clock = clock;
	}

	/** Whether a member may flag a post, and what became of their last flag of it. */
	@Transactional(readOnly = true)
	public Flagging of(PostId post, Viewer viewer) {
		if (!viewer.isMember()) {
			return new Flagging(false, null);
		}
		return this.sql.sql("""
				select last.id, t.slug, t.title, p.number, last.reason, last.flagged_at, last.state, last.outcome,
				       p.state = 'PUBLISHED' and coalesce(p.author_member_id, h.member_id) is distinct from :me
				       and coalesce(last.state, '') <> 'OPEN' as may
				from post p
				join topic t on t.id = p.topic_id
				left join placeholder h on h.id = p.author_placeholder_id
				left join lateral (
				    select c.id, f.reason, f.flagged_at, c.state, c.outcome
				    from flag_case c join flag f on f.case_id = c.id
				    where c.post_id = p.id and f.member_id = :me order by c.id desc limit 1) last on true
				where p.id = :post""")
			.param("me", viewer.id().value())
			.param("post", post.value())
			.query((row, line) -> new Flagging(row.getBoolean("may"),
					(row.getString("reason") != null) ? own(row, line) : null))
			.single();
	}

	/**
	 * Asks those who run the topic to look at a post. False when this member has asked
	 * already and nobody has answered.
	 * @throws NotFound where its topic is not theirs to see
	 * @throws NotAllowed for strangers; for one’s own post, and for one that is not shown
	 */
	public boolean raise(PostId post, String reason, Viewer by) {
		this.sql.sql("select topic_id from post where id = ?")
			.param(post.value())
			.query((row, line) -> new TopicId(row.getLong("topic_id")))
			.optional()
			.ifPresent((topic) -> this.topics.mustBeVisible(topic, by));
		if (!mayFlag(post, by)) {
			throw new NotAllowed("flag post " + post, "flag.not");
		}
		var now = now();
		return this.sql
			.sql("insert into flag (case_id, member_id, reason, flagged_at) values (?, ?, ?, ?) on conflict do nothing")
			.params(open(post, now), by.id().value(), reason, now)
			.update() == 1;
	}

	/**
	 * Withdraws one’s own flag while it is not decided. The case of the last flag is
	 * deleted.
	 * @throws NotFound where this member has raised none in an open case of this id
	 */
	public void takeBack(long id, Viewer by) {
		var open = this.sql.sql("select id from flag_case where id = ? and state = 'OPEN' for update")
			.param(id)
			.query(Long.class)
			.optional()
			.isPresent();
		if (!open || this.sql.sql("delete from flag where case_id = ? and member_id = ?")
			.params(id, by.id().value())
			.update() == 0) {
			throw new NotFound("open flag " + id + " of " + by.id());
		}
		if (this.sql.sql("delete from flag_case where id = ? and not exists (select from flag where case_id = ?)")
			.params(id, id)
			.update() == 1) {
			this.assignments.forget(Assignments.FLAGS, id);
		}
	}

	/**
	 * The flags of a member, the newest first.
	 * @param before only those of cases before this one; 0 for the newest
	 * @return one more than stand on a page, where there is a next page
	 */
	@Transactional(readOnly = true)
	List<OwnFlag> own(long before, Viewer viewer) {
		return this.sql.sql("""
				select c.id, t.slug, t.title, p.number, f.reason, f.flagged_at, c.state, c.outcome
				from flag f
				join flag_case c on c.id = f.case_id
				join post p on p.id = c.post_id
				join topic t on t.id = p.topic_id
				where f.member_id = :me and (:before = 0 or c.id < :before) order by c.id desc limit :most""")
			.param("me", viewer.id().value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query(Flags::own)
			.list();
	}

	/**
	 * Whether anybody but the author of a post runs its topic, and can decide its flags.
	 */
	@Transactional(readOnly = true)
	boolean canBeDecided(PostId post) {
		return this.sql.sql("""
				select others_run(p.topic_id, coalesce(w.member_id, 0))
				from post p join post_author w on w.post_id = p.id where p.id = ?""")
			.param(post.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * The open case of a post, locked until the transaction ends: withdrawing the last
	 * flag and deciding the case happen one after the other.
	 */
	private long open(PostId post, Timestamp now) {
		return this.sql.sql("""
				insert into flag_case as c (post_id, opened_at) values (?, ?)
				on conflict (post_id) where state = 'OPEN' do update set opened_at = c.opened_at
				returning id""").params(post.value(), now).query(Long.class).single();
	}

	private boolean mayFlag(PostId post, Viewer viewer) {
		return viewer.isMember() && !this.staff.isAuthor(post, viewer)
				&& this.sql.sql("select exists (select from post where id = ? and state = 'PUBLISHED')")
					.param(post.value())
					.query(Boolean.class)
					.single();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static OwnFlag own(ResultSet row, int line) throws SQLException {
		return new OwnFlag(row.getLong("id"), new Slug(row.getString("slug")), row.getString("title"),
				row.getInt("number"), row.getString("reason"), row.getTimestamp("flagged_at").toInstant(),
				CaseState.valueOf(row.getString("state")), row.getString("outcome"));
	}

}
