package org.afterword.conversation.proposals;

import java.util.Locale;

/** What has become of a question that a reply asked. */
public enum ProposalState {

	OPEN,
	/** It has a number of its own. */
	ACCEPTED,
	/** It is a question of the register that asks the same. */
	LINKED,
	/** Left out of the register, with a reason that readers see. */
	DECLINED,
	/** Withdrawn by its author. */
	WITHDRAWN;

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
