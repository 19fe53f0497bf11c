package org.afterword.conversation;

/** How it is known that a post addresses a question. */
public enum PostQuestionSource {

	/** Its author ticked it. */
	CHOSEN,
	/** It was recognised in the text. */
	RECOGNISED,
	/** A facilitator linked it. */
	STAFF,
	/** The post asks it, and so is no reply to it. */
	ASKED

}
