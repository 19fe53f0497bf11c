package org.afterword.question;

import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

/**
 * A number of a topic, and the active question to which it leads.
 *
 * @param question its own, or the original that it joined as a duplicate
 * @param ownText the words that stand under the number itself
 * @param askedAs the placeholder that asked under this number; null where none did
 * @param askedBy who asked the question to which it leads; null where nobody knows
 */
public record NumberedQuestion(QuestionView question, String ownText, @Nullable PlaceholderId askedAs,
		@Nullable String askedBy) {

}
