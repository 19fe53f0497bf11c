package org.afterword.notification;

import java.util.Locale;

/**
 * Why somebody is told a thing. The first reason that fits a new post is the one that
 * counts.
 */
enum NoticeKind {

	/** A new post answers one’s question. */
	ANSWERED,

	/** A new post is offered as an answer to one’s question. */
	OFFERED,

	/** A post names one. */
	MENTIONED,

	/** A new post replies to one’s post. */
	REPLIED,

	/** A new post speaks to one’s question. */
	ADDRESSED,

	/** A reply that stood there already answers one’s question. */
	CONFIRMED,

	/** An answer to one’s question is pinned. */
	PINNED,

	/** One’s own reply answers a question. */
	OWN_CONFIRMED,

	/** One’s own reply is pinned. */
	OWN_PINNED,

	/** Somebody has settled how far one’s question has come. */
	STATUS,

	/** One’s held post is approved. */
	APPROVED,

	/** One’s held post came back to be mended. */
	SENT_BACK,

	HIDDEN, REMOVED, RESTORED,

	/** One’s posts went to another topic. */
	MOVED,

	/** What one flagged is decided. */
	FLAGS,

	/** Somebody is on leave, and one looks after their topics. */
	DEPUTY,

	/** One is asked to answer a question. */
	REQUESTED,

	/** Somebody asks for the source of what one wrote. */
	SOURCE,

	/** New posts in a topic that one runs. */
	POSTED,

	/** Whether one is who one said, of those known by initials. */
	CLAIM;

	/** As the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
