package org.afterword.conversation;

/** How it is known that a post addresses a question. */
public enum PostQuestionSource {

	/** Its author ticked it. */
	CHOSEN,
	/** It was read in the words. */
	RECOGNISED,
	/** A facilitator tied it. */
	STAFF,
	/** The post asks it, and so is no reply to it. */
	ASKED

}
