package org.afterword.conversation;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;

/**
 * A reply that stood there already answers a question. One that answers from its first
 * moment tells so by {@link PostAppeared}; one that is pinned, by {@link AnswerPinned}.
 */
public record AnswerConfirmed(PostId post, QuestionId question, TopicId topic, MemberId by, Instant at) {

}
