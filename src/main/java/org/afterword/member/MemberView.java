package org.afterword.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What everybody may read of a member.
 *
 * @param about plain text, with its line breaks
 * @param active false for those who are erased
 */
public record MemberView(MemberId id, Handle handle, String name, @Nullable String initials,
		@Nullable String organisation, @Nullable String country, @Nullable String about, Role role, boolean active,
		Instant joinedAt) {

}
