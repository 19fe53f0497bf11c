package org.afterword.account.joining;

import java.time.Instant;

import org.afterword.member.Role;
import org.afterword.topic.TopicRole;
import org.jspecify.annotations.Nullable;

/**
 * An open invitation, for whoever made it.
 *
 * @param email where it went; null for a link that is passed on
 * @param topic the title of where it leads; null for the front page
 * @param part their role there; null for none
 * @param places how many may still join by it
 */
public record InvitationView(long id, @Nullable String email, Role role, @Nullable String topic,
		@Nullable TopicRole part, int places, String invitedBy, Instant expiresAt) {

}
