package org.afterword.conversation;

import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is to go to another topic.
 *
 * @param posts numbers of replies
 * @param question that goes with the replies that address nothing else; null for replies
 * alone
 * @param whole everything that stands in the topic, whose address leads to the other then
 */
public record Luggage(Set<Integer> posts, @Nullable QuestionNumber question, boolean whole) {

	/** How many replies can be chosen at once. */
	public static final int MOST = 200;

	public static Luggage of(Set<Integer> posts) {
		return new Luggage(posts, null, false);
	}

	public static Luggage of(QuestionNumber question) {
		return new Luggage(Set.of(), question, false);
	}

	public static Luggage everything() {
		return new Luggage(Set.of(), null, true);
	}

}
