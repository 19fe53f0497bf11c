package org.afterword.conversation.holding;

import java.util.Objects;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostState;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotFound;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicRoles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds held posts, and says where somebody else was faster. */
@Component
class HeldPostLookup {

	private final PostRepository posts;

	private final TopicRoles roles;

	private final JdbcClient sql;

	HeldPostLookup(PostRepository posts, TopicRoles roles, JdbcClient sql) {
		this.posts = posts;
		this.roles = roles;
		this.sql = sql;
	}

	/**
	 * @throws NotFound where none of this id is held
	 * @throws Conflict where somebody has approved it, for its author and those who run
	 * its topic
	 */
	Post get(PostId id, Viewer viewer) {
		var post = this.posts.byId(id.value()).orElseThrow(() -> new NotFound("held post " + id));
		if (post.state() == PostState.PUBLISHED && post.stateBy() != null
				&& (viewer.is(post.author()) || this.roles.access(post.topicId(), viewer).facilitates())) {
			throw conflict("held.was-approved", post, viewer);
		}
		if (post.state() != PostState.HELD || post.isTakenBack()) {
			throw new NotFound("held post " + id);
		}
		return post;
	}

	/** The same, locked until the transaction ends. */
	Post lock(PostId id, Viewer viewer) {
		lock(id);
		return get(id, viewer);
	}

	/**
	 * The same while it waits for a facilitator. What was sent back is its author’s.
	 * @throws Conflict where somebody else has approved it or sent it back, or its author
	 * has withdrawn it
	 */
	Post lockWaiting(PostId id, Viewer by) {
		lock(id);
		if (this.posts.byId(id.value()).isEmpty()) {
			throw new Conflict("held.gone");
		}
		var post = get(id, by);
		if (post.stateBy() != null && !by.is(post.stateBy())) {
			throw conflict("held.was-returned", post, by);
		}
		return post;
	}

	void delete(PostId id) {
		this.sql.sql("delete from post where id = ? and state = 'HELD'").param(id.value()).update();
	}

	/** What a member is called. */
	String name(MemberId member) {
		return this.sql.sql("select display_name from member where id = ?")
			.param(member.value())
			.query(String.class)
			.single();
	}

	private void lock(PostId id) {
		this.sql.sql("select id from post where id = ? for no key update")
			.param(id.value())
			.query(Long.class)
			.optional();
	}

	private Conflict conflict(String key, Post post, Viewer viewer) {
		var by = Objects.requireNonNull(post.stateBy());
		return new Conflict(key, name(by), Objects.requireNonNull(post.stateAt())).at("/held/" + post.id())
			.byOneself(viewer.is(by));
	}

}
