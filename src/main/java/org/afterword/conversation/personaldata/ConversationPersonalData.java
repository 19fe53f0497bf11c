package org.afterword.conversation.personaldata;

import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.conversation.words.PostWords;
import org.afterword.member.MemberErased;
import org.afterword.member.MemberId;
import org.afterword.member.NameShown;
import org.afterword.member.PersonalData;
import org.afterword.member.UsualLanguage;
import org.afterword.mention.Mentions;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people wrote. Posts are stored as readers see them, so those that name a member
 * are written again when that member is called otherwise, or leaves.
 */
@Component
@Order(1)
class ConversationPersonalData implements PersonalData {

	private static final String PLACE = "'/topics/' || t.slug || '/posts/' || p.number as address";

	/**
	 * By the member, or by a placeholder that they claimed.
	 */
	private static final String THEIRS = """
			(p.author_member_id = :member
			 or p.author_placeholder_id in (select id from placeholder where member_id = :member))""";

	private final PostWords words;

	private final WordsErasure erasure;

	private final Mentions mentions;

	private final MessageSource messages;

	private final UsualLanguage languages;

	private final JdbcClient sql;

	ConversationPersonalData(PostWords words, WordsErasure erasure, Mentions mentions, MessageSource messages,
			UsualLanguage languages, JdbcClient sql) {
		this.words = words;
		this.erasure = erasure;
		this.mentions = mentions;
		this.messages = messages;
		this.languages = languages;
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(
				new Kept("posts", List.of("post.author_member_id"),
						"""
								select t.title, p.number, p.body_markdown as words, lower(p.state) as state, p.state_reason as reason,
								       p.written_at as at, p.edited_at as edited, %s
								from post p join topic t on t.id = p.topic_id
								where %s and (p.state <> 'HELD' or p.state_by is distinct from p.author_member_id) order by p.id"""
							.formatted(PLACE, THEIRS)),
				new Kept("revisions", List.of("post_revision.edited_by"), """
						select p.number, r.revision, case when %2$s then r.body_markdown end as words_before, r.reason,
						       r.edited_at as at, r.removed_at as removed, r.removal, %1$s
						from post_revision r join post p on p.id = r.post_id join topic t on t.id = p.topic_id
						where r.edited_by = :member or %2$s order by r.post_id, r.revision""".formatted(PLACE, THEIRS)),
				new Kept("held-revisions", List.of("held_revision.edited_by"),
						"""
								select t.title, r.revision, case when %1$s then r.body_markdown end as words_before, r.edited_at as at
								from held_revision r join post p on p.id = r.post_id join topic t on t.id = p.topic_id
								where r.edited_by = :member or %1$s order by r.post_id, r.revision"""
							.formatted(THEIRS)),
				new Kept("drafts", List.of("draft.member_id"), """
						select t.title, d.body as words, d.saved_at as at, d.discarded_at as discarded
						from draft d join topic t on t.id = d.topic_id where d.member_id = :member order by d.id"""),
				new Kept("links", List.of("post_question.confirmed_by", "post_question.pinned_by"), """
						select p.number as post, q.number, lower(pq.source) as source, lower(pq.answer) as answer,
						       pq.confirmed_by = :member as confirmed, pq.pinned_by = :member as pinned, %s
						from post_question pq join post p on p.id = pq.post_id join question q on q.id = pq.question_id
						     join topic t on t.id = p.topic_id
						where %s or pq.confirmed_by = :member or pq.pinned_by = :member
						order by p.id, q.position""".formatted(PLACE, THEIRS)),
				new Kept("requests", List.of("request.member_id", "request.asked_by"), """
						select t.title, q.number, r.note as words, r.asked_at as at, r.withdrawn_at as ended,
						       '/topics/' || t.slug || '/questions/' || q.number as address
						from request r join question q on q.id = r.question_id join topic t on t.id = q.topic_id
						where r.asked_by = :member or r.member_id = :member
						   or r.placeholder_id in (select id from placeholder where member_id = :member)
						order by r.id"""), new Kept("thanks", List.of("thanks.member_id"), """
						select p.number, x.thanked_at as at, %s
						from thanks x join post p on p.id = x.post_id join topic t on t.id = p.topic_id
						where x.member_id = :member order by x.thanked_at""".formatted(PLACE)));
	}

	@EventListener
	void on(NameShown event) {
		refresh(event.member());
	}

	@EventListener
	void on(MemberErased event) {
		var member = event.member().value();
		this.sql.sql("delete from draft where member_id = ?").param(member).update();
		this.sql.sql("delete from thanks where member_id = ?").param(member).update();
		this.sql.sql("delete from request where member_id = ?").param(member).update();
		if (event.words()) {
			this.sql.sql("update request set note = null where asked_by = ?").param(member).update();
		}
		for (var name : event.names()) {
			this.sql.sql("update request set note = null where note ~* ?").param(MemberErased.asWords(name)).update();
		}
		this.sql.sql("update post p set state_reason = :name where state_reason is not null and " + THEIRS)
			.param("name", event.name())
			.param("member", member)
			.update();
		this.sql.sql(
				"update post_revision r set removal = :name from post p where p.id = r.post_id and r.removal is not null"
						+ " and " + THEIRS)
			.param("name", event.name())
			.param("member", member)
			.update();
		if (event.words()) {
			var line = this.messages.getMessage("leave.opening", new Object[0], this.languages.usualLanguage());
			this.erasure.erase(posts("select p.id from post p where " + THEIRS + " order by p.id", event.member()),
					event.member(), line);
			this.sql.sql("""
					update proposed_question x set text = :name,
					       state = case when x.state = 'OPEN' then 'WITHDRAWN' else x.state end,
					       decided_by = coalesce(x.decided_by, :member), decided_at = coalesce(x.decided_at, now())
					from post p where p.id = x.post_id and x.state in ('OPEN', 'WITHDRAWN', 'DECLINED') and
					""" + THEIRS).param("name", event.name()).param("member", member).update();
		}
		refresh(event.member());
	}

	/** Those that name the member, and those that may quote a question of theirs. */
	private void refresh(MemberId member) {
		this.mentions.naming(member).forEach((post) -> this.words.render(new PostId(post)));
		posts("""
				select p.id from post p
				where p.body_markdown ~ '(^|\\n)[ \\t]*>' and coalesce(p.written_in, p.topic_id) in (
				    select place.topic_id
				    from question q join (select id as question_id, topic_id from question
				                          union select question_id, topic_id from question_redirect) place on place.question_id = q.id
				    where q.asker_member_id = :member
				       or q.asker_placeholder_id in (select id from placeholder where member_id = :member))
				order by p.id""",
				member)
			.forEach(this.words::render);
	}

	private List<PostId> posts(String query, MemberId member) {
		return this.sql.sql(query)
			.param("member", member.value())
			.query((row, line) -> new PostId(row.getLong(1)))
			.list();
	}

}
