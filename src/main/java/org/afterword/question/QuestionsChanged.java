package org.afterword.question;

import java.util.Map;

import org.afterword.topic.TopicId;

/**
 * Questions of a topic were added, removed or changed. Published inside the transaction,
 * once they are in the database.
 *
 * @param texts what they ask now
 */
public record QuestionsChanged(TopicId topic, Map<QuestionId, String> texts) {

	public QuestionsChanged {
		texts = Map.copyOf(texts);
	}

}
