package org.afterword.member;

/** How far a membership has come. A suspended member stays {@code ACTIVE}. */
enum MemberStatus {

	/** An administrator has not decided yet. */
	WAITING,

	ACTIVE,

	/** Left for good: a number without a person. */
	ERASED

}
