package org.afterword.notification;

import java.util.Locale;

/** Which notices a member looks at. */
enum Show {

	ALL,

	/** Those that they have not seen yet. */
	NEW,

	/** Posts that name them, and questions that they are asked to answer. */
	NAMED,

	/** What became of their questions. */
	QUESTIONS,

	/** New posts in topics that they run. */
	TOPICS,

	/** Replies to their posts, and what was done with these. */
	POSTS;

	/** Holds for the notices {@code n} of this list. */
	String condition() {
		return switch (this) {
			case ALL -> "true";
			case NEW -> Notices.NEW;
			default -> "n.kind in " + NoticeKind.sql((kind) -> kind.show() == this);
		};
	}

	/** As the addresses and the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
