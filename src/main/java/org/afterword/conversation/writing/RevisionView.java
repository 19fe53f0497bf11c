package org.afterword.conversation.writing;

import java.time.Instant;

import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * One version of a post, from 1: how it was written, or an edit of it.
 *
 * @param by who wrote it; a facilitator where they edited somebody else’s post
 * @param reason why it was changed, as its editor says; null where they say nothing
 * @param newest whether the post reads so now
 * @param removed where its text was removed; null where it is shown
 */
public record RevisionView(int number, PersonView by, Instant at, @Nullable String reason, boolean newest,
		@Nullable Removed removed) {

	/** Who removed the text for good, and why. */
	public record Removed(PersonView by, Instant at, String reason) {

	}

	public boolean isFirst() {
		return this.number == 1;
	}

}
