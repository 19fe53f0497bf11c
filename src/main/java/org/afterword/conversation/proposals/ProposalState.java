package org.afterword.conversation.proposals;

import java.util.Locale;

/** What has become of a question that a reply asked. */
public enum ProposalState {

	OPEN,
	/** It has a number of its own. */
	ACCEPTED,
	/** It stood in the register already. */
	TIED,
	/** Left out of the register, with a reason that readers see. */
	DECLINED,
	/** Taken back by its author. */
	WITHDRAWN;

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
