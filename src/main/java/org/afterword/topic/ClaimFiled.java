package org.afterword.topic;

import org.afterword.member.MemberId;

/** A member says that they are somebody known by initials; it waits to be settled. */
public record ClaimFiled(ClaimId claim, PlaceholderId placeholder, TopicId topic, MemberId member) {

}
