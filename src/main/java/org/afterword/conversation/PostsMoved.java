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
 * @param move by which the numbers before and after are known, and the entry of the log
 * that says why: no words of a reason lie among events
 * @param posts in the order in which they stand there, held ones last
 * @param quiet whether their authors shall not be told
 * @param at when
 */
public record PostsMoved(MoveId move, List<PostId> posts, List<QuestionId> questions, TopicId from, TopicId to,
		MemberId by, boolean quiet, Instant at) {

}
