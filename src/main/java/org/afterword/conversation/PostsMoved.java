package org.afterword.conversation;

import java.time.Instant;
import java.util.List;

import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;

/**
 * Posts, and perhaps questions, went from a topic to another, or back. What others keep
 * of them goes along in the same transaction; whoever is to be told is told after it.
 *
 * @param move by which the numbers before and after are known
 * @param posts in the order in which they stand there, held ones last
 * @param reason in words; empty where none was given
 * @param quiet whether their authors shall not be told
 * @param at when
 */
public record PostsMoved(MoveId move, List<PostId> posts, List<QuestionId> questions, TopicId from, TopicId to,
		MemberId by, String reason, boolean quiet, Instant at) {

}
