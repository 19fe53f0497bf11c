package org.afterword.conversation;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/**
 * Readers see a post for the first time. Ids only, for those who hear it after the
 * commit; what its words cite is told by {@link PostPublished}.
 *
 * @param by who let it be shown: its author, or whoever approved it
 */
public record PostAppeared(PostId post, TopicId topic, MemberId author, MemberId by, Instant at) {

}
