package org.afterword.notification;

import java.sql.Timestamp;
import java.time.Instant;

import org.afterword.conversation.HeldPostWithdrawn;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostSentBack;
import org.afterword.conversation.PostsMoved;
import org.afterword.member.MemberId;
import org.afterword.resource.SourceWanted;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notifies authors of what others did with their posts. */
@Component
class AuthorNotices {

	private final JdbcClient sql;

	AuthorNotices(JdbcClient sql) {
		this.sql = sql;
	}

	@ApplicationModuleListener
	void on(PostSentBack event) {
		tell(NoticeKind.SENT_BACK, event.post(), event.by(), event.at());
	}

	@ApplicationModuleListener
	void on(SourceWanted event) {
		tell(NoticeKind.SOURCE, event.post(), event.by(), event.at());
	}

	/** Each author once, however many of their posts went along. */
	@ApplicationModuleListener
	void on(PostsMoved event) {
		if (event.quiet()) {
			return;
		}
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, detail_id, told_at)
					select m.id, cast(:key as text), 'MOVED', cast(:by as bigint), 'MOVE', cast(:move as bigint), min(w.post_id),
					       cast(:at as timestamptz)
					from post_author w
					join member m on m.id = w.member_id and m.status = 'ACTIVE' and m.id <> :by
					where w.post_id = any(:posts)
					group by m.id
					on conflict (member_id, dedup_key) do nothing""")
			.param("key", "moved " + event.move().value())
			.param("by", event.by().value())
			.param("move", event.move().value())
			.param("posts", event.posts().stream().mapToLong(PostId::value).toArray())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	/** Deletes the notices of a held post that is gone. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(HeldPostWithdrawn event) {
		this.sql.sql("delete from notice where subject = 'POST' and subject_id = ?")
			.param(event.post().value())
			.update();
	}

	/** Notifies the author of a post, once for each instant. */
	void tell(NoticeKind kind, PostId post, MemberId by, Instant at) {
		this.sql.sql("""
				insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
				select m.id, cast(:key as text), cast(:kind as text), cast(:by as bigint), 'POST', w.post_id,
				       cast(:at as timestamptz)
				from post_author w
				join member m on m.id = w.member_id and m.status = 'ACTIVE' and m.id <> :by
				where w.post_id = :post
				on conflict (member_id, dedup_key) do nothing""")
			.param("key", kind.word() + " " + post + " " + at)
			.param("kind", kind.name())
			.param("by", by.value())
			.param("post", post.value())
			.param("at", Timestamp.from(at))
			.update();
	}

}
