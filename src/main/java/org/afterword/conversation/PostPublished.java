package org.afterword.conversation;

import java.util.List;

import org.afterword.kernel.Markup.Link;
import org.afterword.topic.TopicId;

/**
 * The words of a post are read for the first time, or again.
 *
 * @param links what it cites
 */
public record PostPublished(PostId post, TopicId topic, List<Link> links) {

}
