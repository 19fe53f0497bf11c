package org.afterword.topic.claims;

import java.time.Instant;

import org.afterword.member.MemberId;
import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of a placeholder, for those who decide it.
 *
 * @param words why they say it again; null where they say it for the first time
 * @param others how many others say the same
 * @param mayDecide whether this viewer may decide: nobody decides who somebody is that
 * they claim to be themselves, unless nobody else can
 * @param decidedBy whose act it was; null while it waits, and where the address decided
 * it
 */
public record ClaimView(ClaimId id, PlaceholderId placeholder, TopicId topic, String label, MemberId memberId,
		PersonView member, ClaimState state, Instant filedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
		@Nullable String reason, @Nullable String words, int others, boolean mayDecide) {

	boolean isWaiting() {
		return this.state == ClaimState.WAITING;
	}

}
