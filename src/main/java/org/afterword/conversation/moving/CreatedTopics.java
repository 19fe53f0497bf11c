package org.afterword.conversation.moving;

import java.time.Clock;

import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostStateChanged;
import org.afterword.member.Viewer;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Topics that were created for a move, and are not needed when it is undone. */
@Component
class CreatedTopics {

	private final PostRepository posts;

	private final MovedDrafts drafts;

	private final Topics topics;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CreatedTopics(PostRepository posts, MovedDrafts drafts, Topics topics, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.drafts = drafts;
		this.topics = topics;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Whether the topic of a move was created for it, has nothing but its opening, and
	 * has no other move that may be undone.
	 */
	boolean isAsCreated(MoveId move) {
		return this.sql.sql("""
				select m.opened and t.state <> 'MERGED'
				  and not exists (select from post where topic_id = t.id
				                  and (number is distinct from 1 or revision > 1 or state <> 'PUBLISHED'))
				  and not exists (select from question where topic_id = t.id)
				  and not exists (select from move other where t.id in (other.from_topic, other.to_topic)
				                  and other.id <> m.id and other.takes_back is null
				                  and not exists (select from move back where back.takes_back = other.id))
				from move m join topic t on t.id = m.to_topic where m.id = ?""")
			.param(move.value())
			.query(Boolean.class)
			.single();
	}

	/** Its opening only said where the posts came from: it stays there, withdrawn. */
	void mergeBack(TopicId created, TopicId from, Viewer by) {
		this.posts.findByTopicIdAndNumber(created, 1).ifPresent((opening) -> {
			opening.withdraw(this.clock.instant());
			this.events.publishEvent(
					new PostStateChanged(opening.id(), created, opening.state(), by.id(), this.clock.instant()));
		});
		this.drafts.moveAll(created, from);
		this.topics.merge(created, from);
	}

}
