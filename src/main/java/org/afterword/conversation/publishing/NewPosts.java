package org.afterword.conversation.publishing;

import java.time.Clock;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.Reply;
import org.afterword.conversation.words.PostWords;
import org.afterword.conversation.words.ReadWords;
import org.afterword.kernel.Refused;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Makes the row of a new post: published with the next number, or held without one. */
@Component
class NewPosts {

	private final PostRepository posts;

	private final PostWords words;

	private final Clock clock;

	private final PostNumbering numbering;

	private final TopicLocks locks;

	NewPosts(PostRepository posts, PostWords words, Clock clock, PostNumbering numbering, TopicLocks locks) {
		this.locks = locks;
		this.numbering = numbering;
		this.posts = posts;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * @throws Refused where it replies to a post that the topic does not have
	 */
	Post publish(ViewedTopic topic, Reply reply, ReadWords read) {
		var parent = parent(topic.id(), reply.to());
		var author = topic.viewer().id();
		var number = this.numbering.next(topic.id(), author);
		var post = new Post(topic.id(), author, parent, reply, this.clock.instant());
		post.publish(number);
		this.words.store(post, read);
		this.words.publishNew(post, read, author);
		return post;
	}

	/**
	 * It gets its number when it is approved; only then its words are published.
	 * @throws Refused where it replies to a post that the topic does not have
	 */
	Post hold(ViewedTopic topic, Reply reply, ReadWords read) {
		var parent = parent(topic.id(), reply.to());
		this.locks.share(topic.id());
		var post = new Post(topic.id(), topic.viewer().id(), parent, reply, this.clock.instant());
		post.hold(this.clock.instant());
		this.words.store(post, read);
		return post;
	}

	private @Nullable PostId parent(TopicId topic, @Nullable Integer to) {
		return (to == null) ? null
				: this.posts.findByTopicIdAndNumber(topic, to)
					.orElseThrow(() -> new Refused("reply.no-parent", to))
					.id();
	}

}
