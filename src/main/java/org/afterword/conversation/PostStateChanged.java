package org.afterword.conversation;

import org.afterword.topic.TopicId;

/** A post was taken from view, or came back. */
public record PostStateChanged(PostId post, TopicId topic, PostState state) {

}
