package org.afterword.reading.questionpage;

import java.time.Instant;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Rewording;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a question.
 *
 * @param id as its history numbers it
 * @param word what it was, the end of its message key
 * @param by who did it; null where it followed the conversation
 * @param other the question that it was split into, came from, or joined; or that joined
 * it
 * @param before how far it had come, where that changed
 * @param after how far it came
 * @param note why it was withdrawn
 * @param words how its words changed; null where they did not, are not for this viewer,
 * or were removed
 * @param removed who removed the text before the change; null where nobody did
 */
record QuestionChange(long id, String word, @Nullable PersonView by, Instant at, @Nullable QuestionNumber other,
		@Nullable QuestionStatus before, @Nullable QuestionStatus after, @Nullable String note,
		@Nullable Rewording words, @Nullable Removed removed) {

	/** Who removed text for good, and why. */
	public record Removed(PersonView by, Instant at, String reason) {

	}

	QuestionChange saying(Rewording rewording) {
		return new QuestionChange(this.id, this.word, this.by, this.at, this.other, this.before, this.after, this.note,
				rewording, this.removed);
	}

}
