package org.afterword.account.joining;

import org.afterword.account.LocalPath;
import org.afterword.member.Email;
import org.afterword.member.MemberId;
import org.afterword.member.Role;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that works, for whoever holds its key.
 *
 * @param email where it was sent; null for a link that is passed on
 * @param topic the title of where it leads; null for the front page
 * @param topicId of that topic; null for the front page
 * @param part their role in that topic; null for none
 */
record Invitation(MemberId by, String inviter, @Nullable Email email, Role role, @Nullable String topic,
		LocalPath target, @Nullable TopicId topicId, @Nullable TopicRole part) {

	/**
	 * What somebody who is a member already gets by it.
	 *
	 * @param role on the whole site; null where theirs is not lower
	 * @param part in the topic; null for none, or where they have it
	 */
	record Gain(@Nullable Role role, @Nullable TopicRole part) {

		boolean isAny() {
			return this.role != null || this.part != null;
		}

	}

}
