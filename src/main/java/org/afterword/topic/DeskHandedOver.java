package org.afterword.topic;

/** Somebody is on leave, and a deputy looks after their topics. */
public record DeskHandedOver(long leave) {

}
