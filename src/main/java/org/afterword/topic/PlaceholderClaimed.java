package org.afterword.topic;

/** A placeholder is known to be a member now, or is no longer. */
public record PlaceholderClaimed(PlaceholderId placeholder, TopicId topic) {

}
