package org.afterword.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.conversation.PostStateChanged;
import org.afterword.notification.UnannouncedPosts.Unannounced;
import org.afterword.topic.PlaceholderClaimed;
import org.afterword.topic.TopicPublished;
import org.afterword.topic.claims.ClaimDecided;
import org.afterword.topic.claims.ClaimState;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notifies those whom a post concerns: it answers, names or replies to them, or is new in
 * a topic that they run.
 */
@Component
class PostNotices {

	/** Whom a post concerns, how, how much, and as which placeholder. */
	private static final String CONCERNED = """
			(select coalesce(q.asker_member_id, asked.member_id) as member_id,
			        case pq.answer when 'CONFIRMED' then 'ANSWERED' when 'OFFERED' then 'OFFERED'
			                       else 'ADDRESSED' end as kind,
			        case pq.answer when 'CONFIRMED' then 5 when 'OFFERED' then 4 else 1 end as strength,
			        asked.id as placeholder_id
			 from post_question pq
			 join question q on q.id = pq.question_id
			 left join placeholder asked on asked.id = q.asker_placeholder_id
			 where pq.post_id = p.id and pq.source <> 'ASKED'
			 union all
			 select coalesce(n.member_id, known.member_id), 'MENTIONED', 3, known.id
			 from mention n left join placeholder known on known.id = n.placeholder_id
			 where n.post_id = p.id
			 union all
			 select coalesce(above.author_member_id, known.member_id), 'REPLIED', 2, known.id
			 from post above left join placeholder known on known.id = above.author_placeholder_id
			 where above.id = p.parent_id) concerned""";

	/**
	 * Everybody whom a post concerns, each with the strongest reason. A post of a draft
	 * notifies those who run it; the others are notified when the draft is published.
	 */
	private static final String ABOUT_POST = """
			insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
			select concerned.member_id, 'post ' || p.id,
			       (array_agg(concerned.kind order by concerned.strength desc))[1], w.member_id, 'POST', p.id,
			       cast(:at as timestamptz)
			from post p
			join topic t on t.id = p.topic_id
			left join post_author w on w.post_id = p.id
			cross join lateral %s
			join member m on m.id = concerned.member_id and m.status = 'ACTIVE'
			where p.state = 'PUBLISHED' and concerned.member_id is distinct from w.member_id
			  and (t.state <> 'DRAFT' or m.role <> 'MEMBER'
			       or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = m.id))
			""".formatted(CONCERNED);

	/** The posts that name a placeholder, address what it asked, or reply to it. */
	private static final String CONCERNING = """
			and concerned.placeholder_id = :placeholder and p.id in (
			    select c.id from (
			        select n.post_id as id from mention n where n.placeholder_id = :placeholder
			        union select pq.post_id from question q join post_question pq on pq.question_id = q.id
			              where q.asker_placeholder_id = :placeholder
			        union select reply.id from post above join post reply on reply.parent_id = above.id
			              where above.author_placeholder_id = :placeholder) c
			    order by c.id desc limit :most)
			""";

	/**
	 * How many posts a member is notified of when a claim is confirmed; older ones are
	 * listed on the page of claims.
	 */
	private static final int MOST_WAITING = 50;

	private static final String EACH_ONCE = """
			group by concerned.member_id, p.id, w.member_id
			on conflict (member_id, dedup_key) do nothing""";

	/** What was notified and seen before, also in the topic, is not counted again. */
	private static final String NEW_POSTS = """
			insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, detail_id, told_at)
			select m.id, 'posts in ' || p.topic_id, 'POSTED', w.member_id, 'NEW_POSTS', p.id, p.id, cast(:at as timestamptz)
			from post p
			join post_author w on w.post_id = p.id
			join runs_topic r on r.topic_id = p.topic_id
			join member m on m.id = r.member_id and m.status = 'ACTIVE' and m.id is distinct from w.member_id and m.id <> :by
			where p.id = :post and p.state = 'PUBLISHED'
			  and not exists (select from notice o where o.member_id = m.id and o.dedup_key = 'post ' || p.id)
			order by m.id
			on conflict (member_id, dedup_key) do update
			set detail_id = case
			        when notice.seen_at is not null or exists (
			            select from post newest join read_marker k on k.topic_id = newest.topic_id and k.member_id = notice.member_id
			            where newest.id = notice.subject_id and k.last_number >= newest.number and k.seen_at >= notice.told_at)
			            then excluded.subject_id
			        when (select a.number > b.number from post a, post b
			              where a.id = notice.detail_id and b.id = excluded.subject_id) then excluded.subject_id
			        else notice.detail_id end,
			    actor_id = case when excluded.told_at >= notice.told_at then excluded.actor_id else notice.actor_id end,
			    subject_id = case when excluded.told_at >= notice.told_at then excluded.subject_id else notice.subject_id end,
			    told_at = greatest(excluded.told_at, notice.told_at),
			    seen_at = case when excluded.told_at >= notice.told_at then null else notice.seen_at end
			where notice.subject_id <> excluded.subject_id""";

	private static final Log log = LogFactory.getLog(PostNotices.class);

	private final AuthorNotices authors;

	private final UnannouncedPosts unannounced;

	private final JdbcClient sql;

	private final NamedParameterJdbcOperations batches;

	private final TransactionTemplate transaction;

	PostNotices(AuthorNotices authors, UnannouncedPosts unannounced, JdbcClient sql,
			NamedParameterJdbcOperations batches, PlatformTransactionManager transactions) {
		this.authors = authors;
		this.unannounced = unannounced;
		this.sql = sql;
		this.batches = batches;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Notifies readers of all posts that were written and not announced: many in one
	 * transaction; one by one where that fails, so that no post holds up another.
	 */
	void announce() {
		try {
			while (announce(UnannouncedPosts::takeSome) == UnannouncedPosts.MOST) {
				log.debug("More posts may be waiting to be announced");
			}
		}
		catch (DataAccessException ex) {
			this.unannounced.ids().forEach(this::announceAlone);
		}
	}

	private void announceAlone(long id) {
		try {
			announce((waiting) -> waiting.take(id));
		}
		catch (DataAccessException ex) {
			log.warn("The readers of a post could not be notified; it is tried again", ex);
		}
	}

	private int announce(Function<UnannouncedPosts, List<Unannounced>> taking) {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			var posts = taking.apply(this.unannounced);
			announce(posts);
			return posts.size();
		}));
	}

	/**
	 * Those who run the topic are notified only where it does not concern them otherwise.
	 */
	private void announce(List<Unannounced> posts) {
		var appeared = posts.stream().filter((one) -> !one.isEdit()).toList();
		if (!appeared.isEmpty()) {
			inOneBatch(ABOUT_POST + "and p.id = :post " + EACH_ONCE, appeared);
			inOneBatch(NEW_POSTS, appeared);
		}
		posts.forEach((one) -> {
			switch (one.news()) {
				case APPROVED -> this.authors.tell(NoticeKind.APPROVED, one.post(), one.by(), one.at());
				case EDITED -> namedInEdit(one);
				case WRITTEN -> {
				}
			}
		});
	}

	private void inOneBatch(String statement, List<Unannounced> posts) {
		this.batches.batchUpdate(statement,
				posts.stream()
					.map((one) -> new MapSqlParameterSource().addValue("post", one.post().value())
						.addValue("by", one.by().value())
						.addValue("at", Timestamp.from(one.at())))
					.toArray(SqlParameterSource[]::new));
	}

	@ApplicationModuleListener
	void on(PostStateChanged event) {
		if (event.state() == PostState.PUBLISHED) {
			concerned(event.post(), event.at());
		}
		var kind = switch (event.state()) {
			case PUBLISHED -> NoticeKind.RESTORED;
			case HIDDEN -> NoticeKind.HIDDEN;
			case REMOVED -> NoticeKind.REMOVED;
			default -> null;
		};
		if (kind != null) {
			this.authors.tell(kind, event.post(), event.by(), event.at());
		}
	}

	private void namedInEdit(Unannounced edit) {
		this.sql
			.sql(ABOUT_POST + "and p.id = :post and concerned.kind = 'MENTIONED' and concerned.member_id in (:members) "
					+ EACH_ONCE)
			.param("post", edit.post().value())
			.param("members", edit.named())
			.param("at", Timestamp.from(edit.at()))
			.update();
	}

	/** What was written in a draft is notified when everybody sees it. */
	@ApplicationModuleListener
	void on(TopicPublished event) {
		this.sql.sql(ABOUT_POST + "and t.id = :topic " + EACH_ONCE)
			.param("topic", event.topic().value())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	/** What waits for the member who was found to be a placeholder. */
	@ApplicationModuleListener
	void on(PlaceholderClaimed event) {
		// Below the notice of the claim itself.
		this.sql.sql("""
				select coalesce(c.decided_at, p.claimed_at) - interval '1 millisecond'
				from placeholder p left join claim c on c.id = p.claim_id
				where p.id = ? and p.member_id is not null""")
			.param(event.placeholder().value())
			.query(Timestamp.class)
			.optional()
			.ifPresent((at) -> this.sql.sql(ABOUT_POST + CONCERNING + EACH_ONCE)
				.param("placeholder", event.placeholder().value())
				.param("at", at)
				.param("most", MOST_WAITING)
				.update());
	}

	/**
	 * After a claim was undone: deletes notices of posts that do not concern this member.
	 */
	@ApplicationModuleListener
	void on(ClaimDecided event) {
		if (event.state() == ClaimState.UNDONE) {
			this.sql
				.sql("""
						delete from notice n using post p
						where n.subject = 'POST' and p.id = n.subject_id and n.member_id = :member
						  and n.dedup_key = 'post ' || p.id
						  and n.kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED')
						  and not exists (select from %s where concerned.member_id = :member and concerned.kind = n.kind)"""
					.formatted(CONCERNED))
				.param("member", event.member().value())
				.update();
		}
	}

	private void concerned(PostId post, Instant at) {
		this.sql.sql(ABOUT_POST + "and p.id = :post " + EACH_ONCE)
			.param("post", post.value())
			.param("at", Timestamp.from(at))
			.update();
	}

}
