package org.afterword.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostWritten;
import org.afterword.member.MemberId;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts whose readers are not notified yet: one row, written with the post and deleted
 * with the writing of its notices. So each post is announced once, whenever a process
 * dies.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnannouncedPosts {

	/** How many posts are announced in one transaction. */
	static final int MOST = 100;

	private final JdbcClient sql;

	private final Announcing announcing;

	UnannouncedPosts(JdbcClient sql, Announcing announcing) {
		this.sql = sql;
		this.announcing = announcing;
	}

	@EventListener
	void on(PostWritten event) {
		if (!event.isNew() && event.named().isEmpty()) {
			return;
		}
		this.sql.sql("""
				insert into unannounced_post (post_id, published_by, news, named, written_at)
				values (?, ?, ?, ?, ?)""")
			.params(event.post().value(), event.by().value(), News.of(event).name(),
					event.named().stream().map(MemberId::value).toArray(Long[]::new), Timestamp.from(event.at()))
			.update();
		this.announcing.afterCommit();
	}

	/** Takes the oldest of those that nobody else is taking. */
	List<Unannounced> takeSome() {
		return take("true", MOST);
	}

	/** Takes one, unless somebody else does. */
	List<Unannounced> take(long id) {
		return take("id = " + id, 1);
	}

	/** Those that wait. */
	@Transactional(propagation = Propagation.SUPPORTS)
	List<Long> ids() {
		return this.sql.sql("select id from unannounced_post order by id")
			.query((row, line) -> row.getLong("id"))
			.list();
	}

	private List<Unannounced> take(String which, int most) {
		return this.sql.sql("""
				with taken as (
				    delete from unannounced_post where id in (
				        select id from unannounced_post where %s order by id limit ? for update skip locked)
				    returning *)
				select * from taken order by id""".formatted(which))
			.param(most)
			.query(UnannouncedPosts::unannounced)
			.list();
	}

	private static Unannounced unannounced(ResultSet row, int line) throws SQLException {
		return new Unannounced(new PostId(row.getLong("post_id")), new MemberId(row.getLong("published_by")),
				News.valueOf(row.getString("news")), List.of((Long[]) row.getArray("named").getArray()),
				row.getTimestamp("written_at").toInstant());
	}

	/** What is to be announced of a post. */
	enum News {

		WRITTEN, APPROVED, EDITED;

		private static News of(PostWritten event) {
			if (!event.isNew()) {
				return EDITED;
			}
			return event.by().equals(event.author()) ? WRITTEN : APPROVED;
		}

	}

	/** One of them. */
	record Unannounced(PostId post, MemberId by, News news, List<Long> named, Instant at) {

		boolean isEdit() {
			return this.news == News.EDITED;
		}

	}

}
