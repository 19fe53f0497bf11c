package org.afterword.conversation.moving;

import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is to move to another topic.
 *
 * @param posts numbers of replies
 * @param question that moves with the replies that address nothing else; null for replies
 * alone
 * @param whole everything in the topic, whose address leads to the other then
 */
public record MoveSelection(Set<Integer> posts, @Nullable QuestionNumber question, boolean whole) {

	/** How many replies can be chosen at once. */
	public static final int MOST = 200;

	public static MoveSelection of(Set<Integer> posts) {
		return new MoveSelection(posts, null, false);
	}

	public static MoveSelection of(QuestionNumber question) {
		return new MoveSelection(Set.of(), question, false);
	}

	public static MoveSelection everything() {
		return new MoveSelection(Set.of(), null, true);
	}

}
