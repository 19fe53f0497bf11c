package org.afterword.conversation;

import java.util.List;

import org.afterword.kernel.Markup.Link;
import org.afterword.topic.TopicId;

/**
 * The words of a post are others than before.
 *
 * @param links what it cites
 */
public record PostEdited(PostId post, TopicId topic, List<Link> links) {

}
