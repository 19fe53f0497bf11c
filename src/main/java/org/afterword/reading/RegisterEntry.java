package org.afterword.reading;

import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * One question of a register.
 *
 * @param asker null where nobody is known to have asked it
 * @param follows the question it stood under in the list, where that is no parent
 * @param recordingAt minute of the recording where it was answered live
 * @param note why it was dismissed or withdrawn
 * @param mergedInto number of the question of this topic into which it is merged
 * @param replies published posts that address it
 * @param answers confirmed answers among them
 * @param subs its sub-questions
 */
public record RegisterEntry(QuestionId id, QuestionNumber number, String text, @Nullable PersonView asker,
		QuestionStatus status, @Nullable QuestionNumber under, @Nullable QuestionNumber follows,
		@Nullable String recordingAt, @Nullable String note, @Nullable QuestionNumber mergedInto, boolean withdrawn,
		int replies, int answers, List<RegisterEntry> subs) {

}
