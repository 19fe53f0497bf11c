package org.afterword.notification;

import java.time.Instant;

import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its page shows it.
 *
 * @param who did it; null where nobody is named
 * @param fresh whether the member has not seen it yet
 */
record Notice(long id, NoticeKind kind, @Nullable PersonView who, Instant at, boolean fresh, About about) {

	/** Key of its message. */
	public String key() {
		var variant = this.about.variant();
		return "notice." + this.kind.word() + ((variant != null) ? "." + variant : "");
	}

}
