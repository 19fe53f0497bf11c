package org.afterword.topic;

/** Whether a topic is seen, and may be written in. */
public enum TopicState {

	/** Seen by those who run it only. */
	DRAFT,
	/** Seen by all, written in by members. */
	OPEN,
	/** Seen by all, written in by nobody. */
	LOCKED,
	/** Went into another topic with everything that stood in it. */
	MERGED

}
