package org.afterword.member;

/** Whether a member may come in; an erased one is a number and nothing else. */
enum MemberStatus {

	WAITING, ACTIVE, ERASED

}
