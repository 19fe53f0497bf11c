package org.afterword.reading.home;

import org.afterword.topic.TopicId;
import org.afterword.ready.SharedPage;
import java.util.List;

import org.afterword.question.QuestionStatus;
import org.afterword.reading.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Questions of all topics.
 *
 * @param status that they have; null for any
 * @param next the address of later questions; null where there are none
 */
public record QuestionsPage(List<Waiting> questions, @Nullable QuestionStatus status,
		@Nullable String next) implements SharedPage {

	@Override
	public @Nullable TopicId sharedTopic() {
		return null;
	}

	public List<QuestionStatus> statuses() {
		return List.of(QuestionStatus.values());
	}

}
