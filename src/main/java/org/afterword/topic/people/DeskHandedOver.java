package org.afterword.topic.people;

/** Somebody is on leave, and a deputy looks after their topics. */
public record DeskHandedOver(long leave) {

}
