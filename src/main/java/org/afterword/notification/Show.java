package org.afterword.notification;

import java.util.Locale;

/** Which notices a member looks at. */
enum Show {

	ALL("true"),

	NEW(Notices.NEW),

	/** Posts that name them, and questions that they are asked to answer. */
	NAMED("n.kind in ('MENTIONED', 'REQUESTED')"),

	/** What became of their questions. */
	QUESTIONS("n.kind in ('ANSWERED', 'OFFERED', 'ADDRESSED', 'CONFIRMED', 'PINNED', 'STATUS')"),

	/** New posts in topics that they run. */
	TOPICS("n.kind = 'POSTED'"),

	/** Replies to their posts, and what was done with these. */
	POSTS("""
			n.kind in ('REPLIED', 'OWN_CONFIRMED', 'OWN_PINNED', 'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED',
			           'RESTORED', 'MOVED', 'SOURCE')""");

	final String condition;

	Show(String condition) {
		this.condition = condition;
	}

	/** As the addresses and the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
