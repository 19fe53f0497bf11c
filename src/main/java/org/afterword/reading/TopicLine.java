package org.afterword.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.jspecify.annotations.Nullable;

/**
 * One topic in the list of topics.
 *
 * @param marks its top-level questions in order
 * @param lastPost what happened last: number and author of the newest post; null in an
 * empty draft
 */
public record TopicLine(TopicId id, Slug slug, String title, TopicKind kind, TopicState state,
		@Nullable LocalDate heldOn, Instant createdAt, PersonView facilitator, int people, List<Mark> marks,
		@Nullable LastPost lastPost, @Nullable Instant lockedAt) {

	/** A numeral with its status. */
	public record Mark(QuestionNumber number, QuestionStatus status) {
	}

	/** The newest post. */
	public record LastPost(int number, String author, Instant writtenAt) {
	}

	public long answered() {
		return this.marks.stream().filter((mark) -> mark.status().isAnswered()).count();
	}

	public long inDiscussion() {
		return this.marks.stream().filter((mark) -> mark.status() == QuestionStatus.IN_DISCUSSION).count();
	}

}
