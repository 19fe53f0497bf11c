package org.afterword.reading;

/**
 * What every page of a topic shows around its own contents.
 *
 * @param facilitates whether the viewer runs the topic
 * @param proposed how many new questions wait for a facilitator; 0 for everybody else
 * @param mayReply whether the viewer may write here
 */
public record TopicFrame(TopicHead head, Register register, boolean facilitates, int proposed, boolean mayReply) {
}
