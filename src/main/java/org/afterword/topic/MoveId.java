package org.afterword.topic;

/** Identifies one act by which things went from a topic to another. */
public record MoveId(long value) {

}
