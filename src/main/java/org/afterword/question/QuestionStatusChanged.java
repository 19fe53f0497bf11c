package org.afterword.question;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/**
 * Somebody set the status of a question, and it is another than before. A status that
 * follows the conversation is not published: its posts and answers are.
 */
public record QuestionStatusChanged(QuestionId question, TopicId topic, QuestionStatus before, QuestionStatus after,
		MemberId by, Instant at) {

}
