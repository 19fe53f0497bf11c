package org.afterword.reading;

import java.time.Instant;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * A question in a list that spans topics.
 *
 * @param days since it was asked, whole days
 */
public record Waiting(QuestionId id, Slug slug, String topic, QuestionNumber number, String text,
		@Nullable PersonView asker, QuestionStatus status, Instant askedAt, long days, int replies) {

}
