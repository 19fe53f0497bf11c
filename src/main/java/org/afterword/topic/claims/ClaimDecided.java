package org.afterword.topic.claims;

import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A claim is confirmed, refused, superseded by another, or undone after it was confirmed.
 *
 * @param actor who decided it; null where the address in the list did
 */
public record ClaimDecided(ClaimId claim, PlaceholderId placeholder, TopicId topic, MemberId member, ClaimState state,
		@Nullable MemberId actor) {

}
