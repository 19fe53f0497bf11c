package org.afterword.topic.claims;

import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;

/** A member says that they are somebody known by initials; it waits to be decided. */
record ClaimFiled(ClaimId claim, PlaceholderId placeholder, TopicId topic, MemberId member) {

}
