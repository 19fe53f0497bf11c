package org.afterword.topic;

/** Whether a topic comes from a webinar. */
public enum TopicKind {

	WEBINAR, DISCUSSION

}
