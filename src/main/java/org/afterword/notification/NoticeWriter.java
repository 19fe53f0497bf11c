package org.afterword.notification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;

import org.afterword.conversation.AnswerConfirmed;
import org.afterword.conversation.AnswerPinned;
import org.afterword.conversation.MembersNamed;
import org.afterword.conversation.PostAppeared;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostSentBack;
import org.afterword.conversation.PostState;
import org.afterword.conversation.PostStateChanged;
import org.afterword.conversation.PostsMoved;
import org.afterword.conversation.requests.AnswerRequested;
import org.afterword.member.MemberId;
import org.afterword.moderation.flags.FlagsSettled;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatusChanged;
import org.afterword.resource.SourceWanted;
import org.afterword.topic.PlaceholderClaimed;
import org.afterword.topic.TopicPublished;
import org.afterword.topic.claims.ClaimSettled;
import org.afterword.topic.claims.ClaimState;
import org.afterword.topic.people.DeskHandedOver;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Writes notices once what they tell is committed. An event that is heard again, after a
 * crash, writes nothing new: a thing is told to a member once. Nobody is told of their
 * own acts, and nobody who has left; whoever is suspended finds the notices on coming
 * back.
 */
@Component
class NoticeWriter {

	private static final String ASKER = "coalesce(q.asker_member_id, asked.member_id)";

	private static final String AUTHOR = "coalesce(p.author_member_id, wrote.member_id)";

	/** Whom a post concerns, how, how much, and as which placeholder. */
	private static final String TOLD = """
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
			 where above.id = p.parent_id) told""";

	/**
	 * Everybody whom a post concerns, each with the strongest reason. Of a draft only
	 * those hear who run it; the others do when it is published.
	 */
	private static final String ABOUT_POST = """
			insert into notice (member_id, thing, kind, actor_id, post_id, told_at)
			select told.member_id, 'post ' || p.id,
			       (array_agg(told.kind order by told.strength desc))[1], %1$s, p.id, cast(:at as timestamptz)
			from post p
			join topic t on t.id = p.topic_id
			left join placeholder wrote on wrote.id = p.author_placeholder_id
			cross join lateral %2$s
			join member m on m.id = told.member_id and m.status = 'ACTIVE'
			where p.state = 'PUBLISHED' and told.member_id is distinct from %1$s
			  and (t.state <> 'DRAFT' or m.role <> 'MEMBER'
			       or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = m.id))
			""".formatted(AUTHOR, TOLD);

	/** The posts that name a placeholder, address what it asked, or reply to it. */
	private static final String CONCERNING = """
			and told.placeholder_id = :placeholder and p.id in (
			    select c.id from (
			        select n.post_id as id from mention n where n.placeholder_id = :placeholder
			        union select pq.post_id from question q join post_question pq on pq.question_id = q.id
			              where q.asker_placeholder_id = :placeholder
			        union select reply.id from post above join post reply on reply.parent_id = above.id
			              where above.author_placeholder_id = :placeholder) c
			    order by c.id desc limit :most)
			""";

	/**
	 * What waits for somebody who is found; older posts stand on the page of their
	 * claims.
	 */
	private static final int MOST_WAITING = 50;

	private static final String EACH_ONCE = """
			group by told.member_id, p.id, %s
			on conflict (member_id, thing) do nothing""".formatted(AUTHOR);

	/** Those who are asked to answer a question and have not. */
	private static final String REQUESTED = """
			insert into notice (member_id, thing, kind, actor_id, question_id, request_id, told_at)
			select m.id, 'request ' || o.id, 'REQUESTED', o.asked_by, o.question_id, o.id,
			       greatest(o.asked_at, h.claimed_at)
			from open_request o
			join topic t on t.id = o.topic_id
			join member m on m.id = o.member_id and m.status = 'ACTIVE' and m.id <> o.asked_by
			left join placeholder h on h.id = o.placeholder_id
			where (t.state <> 'DRAFT' or m.role <> 'MEMBER'
			       or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = m.id))
			""";

	/** What was told before and seen, be it in the topic, is not counted again. */
	private static final String POSTED = """
			insert into notice (member_id, thing, kind, actor_id, post_id, first_post_id, told_at)
			select m.id, 'posts in ' || p.topic_id, 'POSTED', w.member_id, p.id, p.id, cast(:at as timestamptz)
			from post p
			join written_by w on w.post_id = p.id
			join runs_topic r on r.topic_id = p.topic_id
			join member m on m.id = r.member_id and m.status = 'ACTIVE' and m.id is distinct from w.member_id and m.id <> :by
			where p.id = :post and p.state = 'PUBLISHED'
			  and not exists (select from notice o where o.member_id = m.id and o.thing = 'post ' || p.id)
			order by m.id
			on conflict (member_id, thing) do update
			set first_post_id = case
			        when notice.seen_at is not null or exists (
			            select from post newest join read_marker k on k.topic_id = newest.topic_id and k.member_id = notice.member_id
			            where newest.id = notice.post_id and k.last_number >= newest.number and k.seen_at >= notice.told_at)
			            then excluded.post_id
			        when (select a.number > b.number from post a, post b
			              where a.id = notice.first_post_id and b.id = excluded.post_id) then excluded.post_id
			        else notice.first_post_id end,
			    actor_id = case when excluded.told_at >= notice.told_at then excluded.actor_id else notice.actor_id end,
			    post_id = case when excluded.told_at >= notice.told_at then excluded.post_id else notice.post_id end,
			    told_at = greatest(excluded.told_at, notice.told_at),
			    seen_at = case when excluded.told_at >= notice.told_at then null else notice.seen_at end
			where notice.post_id <> excluded.post_id""";

	private static final String ONCE = " on conflict (member_id, thing) do nothing";

	private final JdbcClient sql;

	NoticeWriter(JdbcClient sql) {
		this.sql = sql;
	}

	@ApplicationModuleListener
	void on(PostAppeared event) {
		aboutPost(event.post(), event.at());
		inOwnTopic(event);
		if (!event.by().equals(event.author())) {
			aboutOwnPost(event.post(), NoticeKind.APPROVED, event.by(), event.at());
		}
	}

	@ApplicationModuleListener
	void on(MembersNamed event) {
		this.sql
			.sql(ABOUT_POST + "and p.id = :post and told.kind = 'MENTIONED' and told.member_id in (:members) "
					+ EACH_ONCE)
			.param("post", event.post().value())
			.param("members", event.members().stream().map(MemberId::value).toList())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	/** What stood in a draft is told when everybody sees it. */
	@ApplicationModuleListener
	void on(TopicPublished event) {
		this.sql.sql(ABOUT_POST + "and t.id = :topic " + EACH_ONCE)
			.param("topic", event.topic().value())
			.param("at", Timestamp.from(event.at()))
			.update();
		this.sql.sql(REQUESTED + "and t.id = ?" + ONCE).param(event.topic().value()).update();
	}

	@ApplicationModuleListener
	void on(AnswerConfirmed event) {
		aboutAnswer(event.post(), event.question(), "CONFIRMED", event.by(), event.at());
	}

	@ApplicationModuleListener
	void on(AnswerPinned event) {
		aboutAnswer(event.post(), event.question(), "PINNED", event.by(), event.at());
	}

	/** Where the status follows the conversation, its posts and answers tell. */
	@ApplicationModuleListener
	void on(QuestionStatusChanged event) {
		if (event.by() == null || event.after() == QuestionStatus.OPEN
				|| event.after() == QuestionStatus.IN_DISCUSSION) {
			return;
		}
		this.sql.sql("""
				insert into notice (member_id, thing, kind, actor_id, question_id, told_at)
				select m.id, cast(:thing as text), 'STATUS', cast(:by as bigint), q.id, cast(:at as timestamptz)
				from question q
				left join placeholder asked on asked.id = q.asker_placeholder_id
				join member m on m.id = %s and m.status = 'ACTIVE' and m.id <> :by
				where q.id = :question
				on conflict (member_id, thing) do nothing""".formatted(ASKER))
			.param("thing", "status " + event.question() + " " + event.at())
			.param("by", event.by().value())
			.param("question", event.question().value())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	@ApplicationModuleListener
	void on(PostStateChanged event) {
		if (event.state() == PostState.PUBLISHED) {
			aboutPost(event.post(), event.at());
		}
		var kind = Map
			.of(PostState.PUBLISHED, NoticeKind.RESTORED, PostState.HIDDEN, NoticeKind.HIDDEN, PostState.REMOVED,
					NoticeKind.REMOVED)
			.get(event.state());
		if (kind != null) {
			aboutOwnPost(event.post(), kind, event.by(), event.at());
		}
	}

	@ApplicationModuleListener
	void on(PostSentBack event) {
		aboutOwnPost(event.post(), NoticeKind.SENT_BACK, event.by(), event.at());
	}

	/** Each author once, however many of their posts went along. */
	@ApplicationModuleListener
	void on(PostsMoved event) {
		if (event.quiet()) {
			return;
		}
		this.sql.sql("""
				insert into notice (member_id, thing, kind, actor_id, post_id, move_id, told_at)
				select m.id, cast(:thing as text), 'MOVED', cast(:by as bigint), min(p.id), cast(:move as bigint),
				       cast(:at as timestamptz)
				from post p
				left join placeholder wrote on wrote.id = p.author_placeholder_id
				join member m on m.id = %s and m.status = 'ACTIVE' and m.id <> :by
				where p.id = any(:posts)
				group by m.id
				on conflict (member_id, thing) do nothing""".formatted(AUTHOR))
			.param("thing", "moved " + event.move().value())
			.param("by", event.by().value())
			.param("move", event.move().value())
			.param("posts", event.posts().stream().mapToLong(PostId::value).toArray())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	@ApplicationModuleListener
	void on(DeskHandedOver event) {
		this.sql.sql("""
				insert into notice (member_id, thing, kind, actor_id, leave_id, told_at)
				select m.id, cast(:thing as text), 'DEPUTY', l.member_id, l.id, l.began_at
				from leave l join member m on m.id = l.deputy_id and m.status = 'ACTIVE'
				where l.id = :leave
				on conflict (member_id, thing) do nothing""")
			.param("thing", "leave " + event.leave())
			.param("leave", event.leave())
			.update();
	}

	/** In a draft, those hear who run it; the others do when it is published. */
	@ApplicationModuleListener
	void on(AnswerRequested event) {
		this.sql.sql(REQUESTED + "and o.id = ?" + ONCE).param(event.request()).update();
	}

	/** What waits for whoever is found to be somebody known by initials. */
	@ApplicationModuleListener
	void on(PlaceholderClaimed event) {
		this.sql.sql(REQUESTED + "and o.placeholder_id = ?" + ONCE).param(event.placeholder().value()).update();
		// Below the news of the claim itself.
		this.sql.sql("""
				select coalesce(c.settled_at, p.claimed_at) - interval '1 millisecond'
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

	@ApplicationModuleListener
	void on(SourceWanted event) {
		aboutOwnPost(event.post(), NoticeKind.SOURCE, event.by(), event.at());
	}

	/** A claim that is settled otherwise later comes up again. */
	@ApplicationModuleListener
	void on(ClaimSettled event) {
		this.sql.sql("""
				insert into notice (member_id, thing, kind, actor_id, claim_id, told_at)
				select m.id, 'claim ' || c.id, 'CLAIM', cast(:by as bigint), c.id, coalesce(c.undone_at, c.settled_at)
				from claim c join member m on m.id = c.member_id and m.status = 'ACTIVE' and m.id is distinct from :by
				where c.id = :claim and c.settled_at is not null
				on conflict (member_id, thing) do update
				set actor_id = excluded.actor_id, told_at = excluded.told_at, seen_at = null
				where notice.told_at < excluded.told_at""")
			.param("by", (event.actor() != null) ? event.actor().value() : null, Types.BIGINT)
			.param("claim", event.claim().value())
			.update();
		if (event.state() == ClaimState.UNDONE) {
			forgetPosts(event.member());
		}
	}

	/** After a claim was undone: posts that do not concern this member after all. */
	private void forgetPosts(MemberId member) {
		this.sql
			.sql("""
					delete from notice n using post p
					where p.id = n.post_id and n.member_id = :member and n.thing = 'post ' || p.id
					  and n.kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED')
					  and not exists (select from %s where told.member_id = :member and told.kind = n.kind)"""
				.formatted(TOLD))
			.param("member", member.value())
			.update();
	}

	/** Everybody who flagged learns the outcome; who decided is not said. */
	@ApplicationModuleListener
	void on(FlagsSettled event) {
		this.sql.sql("""
				insert into notice (member_id, thing, kind, flag_case_id, told_at)
				select m.id, cast(:thing as text), 'FLAGS', f.case_id, cast(:at as timestamptz)
				from flag f join member m on m.id = f.member_id and m.status = 'ACTIVE' and m.id <> :by
				where f.case_id = :flags
				on conflict (member_id, thing) do nothing""")
			.param("thing", "flags " + event.flags())
			.param("flags", event.flags())
			.param("by", event.by().value())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	/**
	 * To those who run the topic, unless the post concerns them otherwise, in one notice
	 * for all that they have not seen yet.
	 */
	private void inOwnTopic(PostAppeared event) {
		this.sql.sql(POSTED)
			.param("post", event.post().value())
			.param("by", event.by().value())
			.param("at", Timestamp.from(event.at()))
			.update();
	}

	private void aboutPost(PostId post, Instant at) {
		this.sql.sql(ABOUT_POST + "and p.id = :post " + EACH_ONCE)
			.param("post", post.value())
			.param("at", Timestamp.from(at))
			.update();
	}

	/**
	 * To the asker and to the author. A pin after the answer was confirmed is news of the
	 * same thing: it comes up again.
	 */
	private void aboutAnswer(PostId post, QuestionId question, String kind, MemberId by, Instant at) {
		this.sql
			.sql("""
					insert into notice (member_id, thing, kind, actor_id, post_id, question_id, told_at)
					select distinct on (m.id) m.id, cast(:thing as text), told.kind, cast(:by as bigint), p.id, q.id,
					       cast(:at as timestamptz)
					from post p
					left join placeholder wrote on wrote.id = p.author_placeholder_id
					join question q on q.id = :question
					left join placeholder asked on asked.id = q.asker_placeholder_id
					cross join lateral (values (%1$s, 'OWN_' || cast(:kind as text)), (%2$s, cast(:kind as text))) told (member_id, kind)
					join member m on m.id = told.member_id and m.status = 'ACTIVE' and m.id <> :by
					where p.id = :post and p.state = 'PUBLISHED'
					order by m.id, told.kind desc
					on conflict (member_id, thing) do update
					set kind = excluded.kind, actor_id = excluded.actor_id, told_at = excluded.told_at, seen_at = null
					where notice.kind like '%%CONFIRMED' and excluded.kind like '%%PINNED'"""
				.formatted(AUTHOR, ASKER))
			.param("thing", "answer " + post + " " + question)
			.param("kind", kind)
			.param("by", by.value())
			.param("post", post.value())
			.param("question", question.value())
			.param("at", Timestamp.from(at))
			.update();
	}

	private void aboutOwnPost(PostId post, NoticeKind kind, MemberId by, Instant at) {
		this.sql.sql("""
				insert into notice (member_id, thing, kind, actor_id, post_id, told_at)
				select m.id, cast(:thing as text), cast(:kind as text), cast(:by as bigint), p.id,
				       cast(:at as timestamptz)
				from post p
				left join placeholder wrote on wrote.id = p.author_placeholder_id
				join member m on m.id = %s and m.status = 'ACTIVE' and m.id <> :by
				where p.id = :post
				on conflict (member_id, thing) do nothing""".formatted(AUTHOR))
			.param("thing", kind.word() + " " + post + " " + at)
			.param("kind", kind.name())
			.param("by", by.value())
			.param("post", post.value())
			.param("at", Timestamp.from(at))
			.update();
	}

}
