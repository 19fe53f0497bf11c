package org.afterword.conversation.answers;

import java.time.Instant;

import org.afterword.conversation.PostId;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;

/** A reply stands among the pinned answers of a question, and is confirmed as well. */
public record AnswerPinned(PostId post, QuestionId question, TopicId topic, MemberId by, Instant at) {

}
