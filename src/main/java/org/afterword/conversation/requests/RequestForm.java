package org.afterword.conversation.requests;

import org.afterword.kernel.text.Blank;
import org.jspecify.annotations.Nullable;

/**
 * Whom one asks, as it was typed.
 *
 * @param who a handle, with or without @, a name, or what somebody is known by here
 * @param note may be empty
 */
record RequestForm(String who, String note) {

	RequestForm(@Nullable String who, @Nullable String note) {
		this.who = Blank.stripped(who);
		this.note = Blank.stripped(note);
	}

}
