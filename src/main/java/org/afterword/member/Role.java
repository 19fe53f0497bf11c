package org.afterword.member;

/** What a member may do on the whole site; each role may do what those before it may. */
public enum Role {

	MEMBER, FACILITATOR, ADMINISTRATOR;

	public boolean isAtLeast(Role other) {
		return compareTo(other) >= 0;
	}

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
