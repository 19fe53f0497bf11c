package org.afterword.conversation.publishing;

import org.afterword.conversation.PostId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reply that a member sent.
 *
 * @param number in its topic; null where it waits for a facilitator
 */
public record Submitted(PostId id, TopicId topic, @Nullable Integer number) {
}
