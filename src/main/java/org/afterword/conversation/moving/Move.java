package org.afterword.conversation.moving;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.afterword.question.QuestionId;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A move on its way: its posts and questions have their new numbers, and what belongs to
 * them follows.
 *
 * @param whole whether it takes all that the topic has
 * @param quiet whether authors are not notified
 * @param undoes the move that it undoes; null for none
 * @param posts their ids
 */
record Move(MoveId id, TopicId from, TopicId to, boolean whole, boolean quiet, @Nullable MoveId undoes,
		List<Long> posts, List<QuestionId> questions) {

	/** Parameters of a statement: {@code :posts} and {@code :questions}. */
	Map<String, Long[]> things() {
		return Map.of("posts", this.posts.toArray(Long[]::new), "questions", ids(this.questions));
	}

	static Long[] ids(Collection<QuestionId> questions) {
		return questions.stream().map(QuestionId::value).toArray(Long[]::new);
	}

}
