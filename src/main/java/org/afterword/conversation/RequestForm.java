package org.afterword.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Whom one asks, as it was typed.
 *
 * @param who a handle, with or without @, a name, or what somebody is known by here
 * @param note may be empty
 * @param then the desk that the act began on; empty for none
 */
record RequestForm(String who, String note, String then) {

	RequestForm(@Nullable String who, @Nullable String note, @Nullable String then) {
		this.who = (who != null) ? who.strip() : "";
		this.note = (note != null) ? note.strip() : "";
		this.then = (then != null) ? then : "";
	}

}
