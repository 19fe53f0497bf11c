package org.afterword.conversation.trust;

import java.sql.Timestamp;
import java.time.Clock;

import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether what a member sends is published at once. The first posts of somebody new wait
 * for a facilitator, and so do posts with many links. Whoever was invited, runs or speaks
 * in a topic is trusted, and whose claim to a placeholder was confirmed.
 */
@Component
public class Trust {

	private final JdbcClient sql;

	private final Clock clock;

	Trust(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** Whether a reply with so many links waits for a facilitator. */
	public boolean holds(Viewer author, int links) {
		if (author.isFacilitator()) {
			return false;
		}
		return this.sql
			.sql("""
					with rule as (
					    select coalesce((select value::int from setting where name = :postsName), :posts) as posts,
					           coalesce((select value::int from setting where name = :linksName), :links) as links,
					           coalesce((select value::int from setting where name = :daysName), :days) as days)
					select not known.trusted and (
					           (select count(*) from (
					                select from post where author_member_id = m.id and state = 'PUBLISHED'
					                limit rule.posts) published) < rule.posts
					        or m.created_at > cast(:now as timestamptz) - make_interval(days => rule.days) and cast(:given as int) > rule.links)
					from member m cross join rule
					cross join lateral (
					    select m.invited_by is not null
					       or exists (select from topic_role where member_id = m.id)
					        or exists (select from placeholder where member_id = m.id) as trusted) known
					where m.id = :author""")
			.param("postsName", HoldingRule.POSTS.setting())
			.param("posts", HoldingRule.POSTS.usual())
			.param("linksName", HoldingRule.LINKS.setting())
			.param("links", HoldingRule.LINKS.usual())
			.param("daysName", HoldingRule.DAYS.setting())
			.param("days", HoldingRule.DAYS.usual())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("given", links)
			.param("author", author.id().value())
			.query(Boolean.class)
			.single();
	}

}
