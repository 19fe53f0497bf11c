package org.afterword.account.joining;

import java.time.Instant;

import org.afterword.member.Role;
import org.afterword.topic.TopicRole;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that still counts, for whoever made it.
 *
 * @param email where it went; null for a link that is handed on
 * @param topic the title of where it leads; null for the front page
 * @param part what it makes of them there; null for nothing in particular
 * @param places how many may still join by it
 */
public record InvitationView(long id, @Nullable String email, Role role, @Nullable String topic,
		@Nullable TopicRole part, int places, String invitedBy, Instant expiresAt) {

}
