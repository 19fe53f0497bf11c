package org.afterword.conversation;

import java.time.Instant;
import java.util.List;

import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;

/**
 * Posts, and perhaps questions, went from a topic to another, or back. What other modules
 * store about them moves in the same transaction; notices follow after the commit.
 *
 * @param move by which the numbers before and after are known, and the entry of the log
 * that says why: so that no reason is stored with the event
 * @param posts in the order in which they stand there, held ones last
 * @param quiet whether their authors are not notified
 * @param at when
 */
public record PostsMoved(MoveId move, List<PostId> posts, List<QuestionId> questions, TopicId from, TopicId to,
		MemberId by, boolean quiet, Instant at) {

}
