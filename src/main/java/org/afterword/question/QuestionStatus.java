package org.afterword.question;

import java.util.Locale;

/** How far a question has come. */
public enum QuestionStatus {

	OPEN, IN_DISCUSSION, ANSWERED, ANSWERED_LIVE, DISMISSED;

	/** The word in data-status, in addresses, and at the end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether somebody still waits for an answer. */
	public boolean isWaiting() {
		return this == OPEN || this == IN_DISCUSSION;
	}

	public boolean isAnswered() {
		return this == ANSWERED || this == ANSWERED_LIVE;
	}

}
