package org.afterword.conversation;

import java.time.Instant;
import java.util.List;

import org.afterword.member.MemberId;
import org.afterword.topic.TopicId;

/** An edit named members whom the post did not name before. */
public record MembersNamed(PostId post, TopicId topic, List<MemberId> members, Instant at) {

	public MembersNamed {
		members = List.copyOf(members);
	}

}
