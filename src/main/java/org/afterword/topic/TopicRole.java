package org.afterword.topic;

/** What a member may do in one topic beyond what they may do everywhere. */
public enum TopicRole {

	FACILITATOR, SPEAKER

}
