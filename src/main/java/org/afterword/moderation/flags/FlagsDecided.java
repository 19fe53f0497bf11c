package org.afterword.moderation.flags;

import java.time.Instant;

import org.afterword.conversation.PostId;
import org.afterword.member.MemberId;

/**
 * The flags of a post were decided.
 *
 * @param flags id of the case
 */
public record FlagsDecided(long flags, PostId post, MemberId by, Instant at) {

}
