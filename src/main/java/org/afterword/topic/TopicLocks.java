package org.afterword.topic;

import org.afterword.kernel.Moved;
import org.afterword.kernel.Slug;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks on the rows of topics, kept until the transaction ends. They have nothing to do
 * with a topic that is closed to replies.
 */
@Service
@Transactional
public class TopicLocks {

	private final TopicRepository topics;

	TopicLocks(TopicRepository topics) {
		this.topics = topics;
	}

	/**
	 * Keeps a topic from being merged into another. Several transactions can share this
	 * lock.
	 * @throws Moved where it was merged before
	 */
	public void share(TopicId topic) {
		if (this.topics.lockedForShare(topic.value()).isEmpty()) {
			throw moved(topic);
		}
	}

	/**
	 * Locks a topic for one transaction at a time.
	 * @throws Moved where it was merged before
	 */
	public void lock(TopicId topic) {
		if (this.topics.lockedForUpdate(topic.value()).isEmpty()) {
			throw moved(topic);
		}
	}

	/**
	 * Locks two topics, whatever their state, for one transaction at a time: always in
	 * the order of their ids, so that no two transactions wait for each other.
	 */
	public void lock(TopicId one, TopicId other) {
		this.topics.lockedBoth(one.value(), other.value());
	}

	/** Leads to where a topic that was merged is read now. */
	Moved moved(TopicId id) {
		return Moved.into(this.topics.get(id).view().slug(), new Slug(this.topics.presentSlug(id.value())));
	}

}
