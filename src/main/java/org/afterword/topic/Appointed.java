package org.afterword.topic;

/** A member who has a role in one topic. */
public record Appointed(PersonView person, TopicRole role) {

}
