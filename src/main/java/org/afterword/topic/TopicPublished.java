package org.afterword.topic;

import java.time.Instant;

import org.afterword.member.MemberId;

/** Everybody sees a topic that was a draft until now. */
public record TopicPublished(TopicId topic, MemberId by, Instant at) {

}
