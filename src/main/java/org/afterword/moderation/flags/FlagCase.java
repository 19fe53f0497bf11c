package org.afterword.moderation.flags;

import java.time.Instant;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.kernel.Slug;
import org.afterword.moderation.Assignment;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * The flags of one post, for those who run its topic.
 *
 * @param excerpt how the post begins, whatever its state
 * @param assignment null while it is assigned to nobody
 * @param outcome a message to those who flagged; null for none
 * @param flagged whether this viewer is among those who flagged it
 * @param flags the first of them, or those of one page
 * @param more how many come after them
 */
record FlagCase(long id, PostId post, TopicId topic, Slug slug, String title, int number, PostState postState,
		String excerpt, PersonView author, CaseState state, Instant openedAt, @Nullable Assignment assignment,
		@Nullable String outcome, @Nullable String closedBy, @Nullable Instant closedAt, boolean flagged,
		List<Flag> flags, int more) {

	/**
	 * Who flagged it, and why.
	 *
	 * @param earlier how many flags of theirs were decided before
	 * @param dismissed how many of those were dismissed
	 */
	record Flag(PersonView by, String reason, Instant at, int earlier, int dismissed) {
	}

	public boolean isOpen() {
		return this.state == CaseState.OPEN;
	}

	FlagCase with(@Nullable Assignment to, List<Flag> those, int others) {
		return new FlagCase(this.id, this.post, this.topic, this.slug, this.title, this.number, this.postState,
				this.excerpt, this.author, this.state, this.openedAt, to, this.outcome, this.closedBy, this.closedAt,
				this.flagged, those, others);
	}

}
