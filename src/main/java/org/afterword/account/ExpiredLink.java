package org.afterword.account;

import java.util.Locale;

/**
 * A link of an e-mail was used, is too old, or never was one: answered with 410, and with
 * what to do now.
 */
public class ExpiredLink extends RuntimeException {

	private final Kind kind;

	public ExpiredLink(Kind kind) {
		super("Expired link: " + kind);
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	/** What the link was for, and so where one gets a new one. */
	public enum Kind {

		SIGN_IN, INVITATION, LEAVING, ERASURE, FIRST;

		/** The end of its message keys. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
