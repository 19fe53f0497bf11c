package org.afterword.reading;

import java.time.Instant;
import java.time.LocalDate;

import org.afterword.kernel.Slug;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of each page of a topic.
 *
 * @param heldOn the day of the webinar; null for a discussion
 * @param people members who have written in it
 * @param resources what its Resources page lists
 * @param lastPostNumber of those that stand there, or stood there and have moved
 * @param lockedBy who locked it; null while it is open
 */
public record TopicHead(TopicId id, Slug slug, String title, TopicKind kind, TopicState state,
		@Nullable LocalDate heldOn, @Nullable String speakers, @Nullable String recordingUrl, PersonView facilitator,
		Instant createdAt, @Nullable PersonView lockedBy, @Nullable Instant lockedAt, int lastPostNumber, int people,
		int resources) {

	/** How many posts stand on a page. */
	public static final int PAGE = 20;

	public int pages() {
		return Math.max(1, (this.lastPostNumber + PAGE - 1) / PAGE);
	}

	public boolean isLocked() {
		return this.state == TopicState.LOCKED;
	}

	public boolean isDraft() {
		return this.state == TopicState.DRAFT;
	}

}
