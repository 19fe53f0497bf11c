package org.afterword.conversation;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/** The author of a held post is asked to edit it. */
public record PostSentBack(PostId post, TopicId topic, MemberId by, Instant at) {

}
