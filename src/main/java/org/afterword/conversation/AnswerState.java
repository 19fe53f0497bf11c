package org.afterword.conversation;

/** Whether a post answers a question that it addresses. */
public enum AnswerState {

	/** It addresses the question. */
	NONE,
	/** Its author says that it answers the question. */
	OFFERED,
	/** The asker or a facilitator agrees. */
	CONFIRMED

}
