package org.afterword.topic;

import java.time.Clock;
import java.time.Instant;

import org.afterword.kernel.Moved;
import org.afterword.member.MemberId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the posts of a topic their numbers. Transactions that do so in one topic wait for
 * each other, so that no number is given twice and none is left out.
 */
@Service
@Transactional
public class PostNumbering {

	private final TopicRepository topics;

	private final TopicLocks locks;

	private final Clock clock;

	PostNumbering(TopicRepository topics, TopicLocks locks, Clock clock) {
		this.topics = topics;
		this.locks = locks;
		this.clock = clock;
	}

	/**
	 * Gives a new post its number. The topic is active now, and its author a participant.
	 * @param author null for somebody who has no account
	 * @throws Moved where the topic was merged into another
	 */
	public int next(TopicId topic, @Nullable MemberId author) {
		return this.topics.nextPostNumber(topic.value(), (author != null) ? author.value() : null, this.clock.instant())
			.orElseThrow(() -> this.locks.moved(topic));
	}

	/**
	 * Reserves numbers for posts that come from another topic.
	 * @return the number before the first of them
	 */
	public int reserve(TopicId topic, int count) {
		return this.topics.reservePostNumbers(topic.value(), count);
	}

	/**
	 * Sets when a topic was last active, after posts have come or gone.
	 * @param newest when the newest of its posts was written
	 */
	public void lastActive(TopicId topic, Instant newest) {
		this.topics.lastActive(topic.value(), newest);
	}

}
