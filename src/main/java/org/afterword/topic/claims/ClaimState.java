package org.afterword.topic.claims;

import java.util.Locale;

/** How far a claim has come. */
public enum ClaimState {

	/** For somebody who runs the topic. */
	WAITING,

	CONFIRMED,

	REFUSED,

	/** The member said that it was somebody else. */
	NOT_ME,

	/** Another claim was confirmed. It may be filed again when that one is undone. */
	SUPERSEDED,

	/** Was confirmed, wrongly. */
	UNDONE,

	/** The member left before anybody decided it. */
	LEFT;

	/** As the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
