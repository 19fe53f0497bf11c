package org.afterword.conversation;

import java.util.List;

import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/**
 * The words of a post are read for the first time, or again.
 *
 * @param author who wrote it, or who let it be shown
 * @param links what it cites
 * @param announced sources that it announces without an address
 * @param asks whether these wait for an address among the resources
 */
public record PostPublished(PostId post, TopicId topic, MemberId author, List<Link> links, List<Announced> announced,
		boolean asks) {

}
