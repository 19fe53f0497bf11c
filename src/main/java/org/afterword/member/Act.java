package org.afterword.member;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every act that the audit log records. Its {@link #word()} is stored, stands in the
 * address of a filtered log and ends the key of its message,
 * {@code audit.act.remove-version}.
 */
public enum Act {

	// topics, their people and the claims of placeholders
	OPEN_TOPIC, EDIT_TOPIC, PUBLISH_TOPIC, LOCK, REOPEN, APPOINT, RELEASE, HAND_OVER, COME_BACK, CLAIM, UNCLAIM,
	REFUSE_CLAIM, JOIN_PERSON, PART_PERSON,

	// questions
	ASK, EDIT_QUESTION, REMOVE_WORDING, SPLIT, JOIN, PART, WITHDRAW_QUESTION, RESTORE_QUESTION, STATUS, REQUEST,
	WITHDRAW_REQUEST, ACCEPT_PROPOSAL, LINK_PROPOSAL, DECLINE_PROPOSAL,

	// posts
	LINK, LINK_QUESTIONS, CONFIRM, UNCONFIRM, PIN, UNPIN, MOVE_PIN, EDIT, REMOVE_VERSION, HIDE, REMOVE, RESTORE,
	EDIT_HELD, APPROVE, SEND_BACK, MOVE, MERGE, MOVE_BACK, ASSIGN_FLAGS, UNASSIGN_FLAGS, DECIDE_FLAGS, WANT_SOURCE,
	DISMISS_SOURCE,

	// members and the site; a note may be about a post as well
	NOTE, SUSPEND, LIFT, LET_IN, GIVE_ROLE, END_CODES, SIGN_OUT, IMPORT_MEMBERS, CHANGE_SETTING;

	/** As it is stored: {@code remove-version}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The act with this word.
	 * @throws IllegalArgumentException where there is none
	 */
	public static Act of(String word) {
		return Arrays.stream(values())
			.filter((act) -> act.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("act " + word));
	}

	/** The words of some acts as SQL writes a list: {@code 'hide', 'remove'}. */
	public static String sql(Act... acts) {
		return Stream.of(acts).map((act) -> "'" + act.word() + "'").collect(Collectors.joining(", "));
	}

}
