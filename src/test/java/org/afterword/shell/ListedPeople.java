package org.afterword.shell;

import java.util.List;
import java.util.Set;

import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The people and things of which docs/permissions.md speaks. */
final class ListedPeople {

	private final SeedBanksWebinar story;

	private final Topics topics;

	private final TopicRoles roles;

	private final Publishing publishing;

	private final JdbcClient sql;

	ListedPeople(SeedBanksWebinar story, Topics topics, TopicRoles roles, Publishing publishing, JdbcClient sql) {
		this.story = story;
		this.topics = topics;
		this.roles = roles;
		this.publishing = publishing;
		this.sql = sql;
	}

	/**
	 * Makes everything that the list names.
	 * @return one of each kind of person, in the order of the columns
	 */
	List<Viewer> tell() {
		var topic = this.story.tell();
		this.roles.appoint(topic, this.story.zofia().id(), TopicRole.FACILITATOR, this.story.amara());
		var draft = this.topics.open(this.story.amara(), new NewTopic(new Slug("drying-racks"), "Racks for drying",
				TopicKind.DISCUSSION, null, null, null, true));
		this.publishing.open(draft.id(), this.story.amara(), "Welcome.");
		this.sql.sql("""
				insert into flag_case (id, post_id, opened_at) overriding system value
				select 9000, id, now() from post where topic_id = ? and number = 15""").param(topic.value()).update();
		this.sql.sql("insert into flag (case_id, member_id, reason, flagged_at) values (9000, ?, 'advertising', now())")
			.param(this.story.noor().id().value())
			.update();
		this.sql
			.sql("""
					insert into post (id, topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
					                  state_at, written_at) overriding system value
					values (9001, ?, ?, 'Held', '<p>Held</p>', 'Held', 1, 'HELD', now(), now())""")
			.params(topic.value(), this.story.noor().id().value())
			.update();
		this.sql.sql("""
				insert into audit_entry (id, actor_id, act, subject, subject_id, topic_id, before, after, done_at)
				overriding system value
				select 9003, ?, 'hide', 'POST', id, topic_id, '{"state": "PUBLISHED"}', '{"state": "HIDDEN"}', now()
				from post where topic_id = ? and number = 24""")
			.params(this.story.amara().id().value(), topic.value())
			.update();
		this.sql
			.sql("""
					insert into notice (id, member_id, dedup_key, kind, subject, subject_id, told_at) overriding system value
					select 9001, ?, 'post 16', 'REPLIED', 'POST', id, now() from post where topic_id = ? and number = 16""")
			.params(this.story.noor().id().value(), topic.value())
			.update();
		this.sql.sql("""
				insert into placeholder (id, topic_id, label) overriding system value
				values (9000, ?, 'QQ'), (9001, ?, 'QQ')""").params(topic.value(), draft.id().value()).update();
		this.sql.sql("""
				insert into claim (id, placeholder_id, member_id, state, filed_at) overriding system value
				values (9000, 9000, ?, 'WAITING', now())""").param(this.story.noor().id().value()).update();
		this.sql.sql("""
				insert into request (id, question_id, placeholder_id, asked_by, asked_at) overriding system value
				select 9000, q.id, 9000, ?, now() from question q where q.topic_id = ? and q.number = '5'""")
			.params(this.story.amara().id().value(), topic.value())
			.update();
		this.sql.sql("""
				insert into post_revision (post_id, revision, body_markdown, edited_by, edited_at)
				select id, 1, 'As it was', author_member_id, now() from post where topic_id = ? and number = 17""")
			.param(topic.value())
			.update();
		this.sql.sql("update post set revision = 2 where topic_id = ? and number = 17").param(topic.value()).update();
		this.sql.sql("""
				insert into question_event (id, question_id, act, text_before, done_by, done_at) overriding system value
				select 9000, id, 'REWORDED', 'As it was', ?, now() from question where topic_id = ? and number = '5'""")
			.params(this.story.amara().id().value(), topic.value())
			.update();
		missing(topic, 9007, 5);
		missing(topic, 9008, 16);
		this.publishing.reply(topic, this.story.noor(), new Reply("It also leads to another.", null, Set.of(), Set.of(),
				false, Set.of(), Set.of(), true, "Who pays?"));
		return List.of(Viewer.stranger(), this.story.person("luz"), this.story.noor(), this.story.person("rekha"),
				this.story.zofia(), this.story.person("bishnu"), this.story.ines());
	}

	private void missing(TopicId topic, int id, int post) {
		this.sql
			.sql("""
					insert into missing_source (id, topic_id, post_id, what, sentence, announced_at)
					overriding system value
					select ?, topic_id, id, 'guide', 'See this guide.', now() from post where topic_id = ? and number = ?""")
			.params(id, topic.value(), post)
			.update();
	}

}
