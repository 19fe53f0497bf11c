package org.afterword.conversation;

import java.util.List;

import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/**
 * The words of a post are others than before.
 *
 * @param links what it cites
 * @param announced sources that it announces without an address
 */
public record PostEdited(PostId post, TopicId topic, MemberId editor, List<Link> links, List<Announced> announced) {

}
