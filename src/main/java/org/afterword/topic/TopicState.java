package org.afterword.topic;

/** Who can see a topic, and whether members can write in it. */
public enum TopicState {

	/** Visible only to those who run it. */
	DRAFT,
	/** Visible to everybody; members can write in it. */
	OPEN,
	/** Visible to everybody; nobody can write in it. */
	LOCKED,
	/** Merged into another topic, with everything in it. */
	MERGED

}
