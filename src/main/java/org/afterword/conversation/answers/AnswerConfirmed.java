package org.afterword.conversation.answers;

import java.time.Instant;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostWritten;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;

/**
 * A reply that was published before now answers a question. Of one that answers from its
 * first moment {@link PostWritten} is published; of one that is pinned,
 * {@link AnswerPinned}.
 */
public record AnswerConfirmed(PostId post, QuestionId question, TopicId topic, MemberId by, Instant at) {

}
