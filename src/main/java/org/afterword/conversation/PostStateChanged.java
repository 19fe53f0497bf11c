package org.afterword.conversation;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/**
 * A post was hidden, removed, withdrawn or restored.
 *
 * @param by who did it
 */
public record PostStateChanged(PostId post, TopicId topic, PostState state, MemberId by, Instant at) {

}
