package org.afterword.question;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A question has come further, or fallen back.
 *
 * @param by who said so; null where the status follows the conversation
 */
public record QuestionStatusChanged(QuestionId question, TopicId topic, QuestionStatus before, QuestionStatus after,
		@Nullable MemberId by, Instant at) {

}
