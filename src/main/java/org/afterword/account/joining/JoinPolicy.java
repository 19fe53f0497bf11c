package org.afterword.account.joining;

import java.util.Locale;

/** Who may join, as the administrators have set it. */
public enum JoinPolicy {

	/** Everybody. */
	OPEN,

	/** Who was invited. */
	INVITATION,

	/** Who was invited, and whom an administrator approves. */
	APPROVAL;

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
