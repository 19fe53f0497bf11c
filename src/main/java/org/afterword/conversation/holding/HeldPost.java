package org.afterword.conversation.holding;

import java.time.Instant;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is not published yet, for its author and those who run its topic.
 *
 * @param reason why it was sent back; null while it waits for a facilitator
 * @param sentBackBy who sent it back; null while it waits for a facilitator
 * @param since when it was sent, or sent back
 * @param revision counts the changes to its text, from 1
 * @param questions what it will address
 * @param answers those of them that it offers to answer
 * @param to number of the post that it replies to; null for none
 * @param proposes the text of a new question that it asks; null where it asks none
 */
public record HeldPost(PostId id, TopicId topic, Slug slug, String title, PersonView author,
		@Nullable PersonView sentBackBy, Instant since, @Nullable String reason, String excerpt, Html body,
		String markdown, int revision, List<QuestionNumber> questions, List<QuestionNumber> answers,
		@Nullable Integer to, @Nullable String proposes) {

	/** Whether this viewer wrote it. */
	public boolean isBy(Viewer viewer) {
		return this.author.handle() != null && this.author.handle().equals(viewer.handle());
	}

	/** Whether it is for its author to act. */
	public boolean isSentBack() {
		return this.reason != null;
	}

}
