package org.afterword.conversation;

import java.time.Instant;
import java.util.List;

import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What a post says is new, or has changed. Published once whenever words are published,
 * approved, edited or erased: readers see the post for the first time, or with other
 * words than before. What a held post says is not published before its approval.
 *
 * @param author who wrote it; null where that is somebody known by initials only
 * @param by who published these words: its author, a facilitator who approved or edited
 * it
 * @param isNew whether readers see the post for the first time
 * @param links all that it cites now
 * @param announced all sources that it announces without an address now
 * @param asksSources whether these wait for an address among the resources
 * @param named members whom these words name and the words before did not; empty for a
 * new post, whose names are all new
 */
public record PostWritten(PostId post, TopicId topic, @Nullable MemberId author, MemberId by, boolean isNew,
		List<Link> links, List<Announced> announced, boolean asksSources, List<MemberId> named, Instant at) {

	public PostWritten {
		links = List.copyOf(links);
		announced = List.copyOf(announced);
		named = List.copyOf(named);
	}

}
