package org.afterword.conversation.thanks;

import java.sql.Timestamp;
import java.time.Clock;

import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostState;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Thanks for replies: a row for each member and reply. There is no minus. */
@Service
@Transactional
public class Thanks {

	private final PostRepository posts;

	private final Topics topics;

	private final JdbcClient sql;

	private final Clock clock;

	Thanks(PostRepository posts, Topics topics, JdbcClient sql, Clock clock) {
		this.posts = posts;
		this.topics = topics;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Thanks for a reply. False when this member has thanked for it before.
	 * @throws NotAllowed for strangers
	 * @throws NotFound where there is no such post, or it is not theirs to see
	 * @throws Refused for one’s own reply, for the opening, and for one that is not shown
	 */
	public boolean thank(TopicId topic, int number, Viewer viewer) {
		var member = viewer.id();
		this.topics.mustBeVisible(topic, viewer);
		var post = this.posts.get(topic, number);
		if (post.state() != PostState.PUBLISHED || number == 1) {
			throw new Refused("thanks.not-shown");
		}
		var own = this.sql.sql("""
				select exists (select from post_author where post_id = ? and member_id = ?)""")
			.params(post.id().value(), member.value())
			.query(Boolean.class)
			.single();
		if (own) {
			throw new Refused("thanks.own");
		}
		return this.sql
			.sql("insert into thanks (post_id, member_id, thanked_at) values (?, ?, ?) on conflict do nothing")
			.params(post.id().value(), member.value(), Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	/**
	 * Withdraws thanks. False when there were none.
	 * @throws NotAllowed for strangers
	 * @throws NotFound where there is no such post
	 */
	public boolean takeBack(TopicId topic, int number, Viewer viewer) {
		return this.sql.sql("delete from thanks where post_id = ? and member_id = ?")
			.params(this.posts.get(topic, number).id().value(), viewer.id().value())
			.update() == 1;
	}

}
