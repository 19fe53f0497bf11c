package org.afterword.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why a member is notified: with the list in which such notices stand, whether reading
 * the post in its topic counts as having seen them, and where they lead. The words are
 * messages: {@code notice.own-pinned}. The first reason that fits a new post counts.
 */
enum NoticeKind {

	/** A new post answers one’s question. */
	ANSWERED(Show.QUESTIONS, true, About::inTopic),

	/** A new post is offered as an answer to one’s question. */
	OFFERED(Show.QUESTIONS, true, About::inTopic),

	/** A post names one. */
	MENTIONED(Show.NAMED, true, About::inTopic),

	/** A new post replies to one’s post. */
	REPLIED(Show.POSTS, true, About::inTopic),

	/** A new post addresses one’s question. */
	ADDRESSED(Show.QUESTIONS, true, About::inTopic),

	/** A reply that was there already answers one’s question. */
	CONFIRMED(Show.QUESTIONS, false, About::question),

	/** An answer to one’s question is pinned. */
	PINNED(Show.QUESTIONS, false, About::question),

	/** One’s own reply answers a question. */
	OWN_CONFIRMED(Show.POSTS, false, About::question),

	/** One’s own reply is pinned. */
	OWN_PINNED(Show.POSTS, false, About::question),

	/** Somebody has set the status of one’s question. */
	STATUS(Show.QUESTIONS, false, About::question),

	/** One’s held post is approved. */
	APPROVED(Show.POSTS, false, About::inTopic),

	/** One’s held post was sent back to be edited. */
	SENT_BACK(Show.POSTS, false, About::postPage),

	HIDDEN(Show.POSTS, false, About::postPage), REMOVED(Show.POSTS, false, About::postPage),
	RESTORED(Show.POSTS, false, About::inTopic),

	/** One’s posts were moved to another topic. */
	MOVED(Show.POSTS, false, About::inTopic),

	/** What one flagged is decided. */
	FLAGS(Show.ALL, false, (about) -> "/flags"),

	/** Somebody is on leave, and their topics are assigned to one. */
	DEPUTY(Show.ALL, false, (about) -> "/desk"),

	/** One is asked to answer a question. */
	REQUESTED(Show.NAMED, false, About::question),

	/** Somebody asks for the source of what one wrote. */
	SOURCE(Show.POSTS, false, About::inTopic),

	/** New posts in a topic that one runs. */
	POSTED(Show.TOPICS, true, About::inTopic),

	/** Whether one is the placeholder that one claimed to be. */
	CLAIM(Show.ALL, false, (about) -> "/claims");

	private final Show show;

	private final boolean seenByReading;

	// Each is a reference to a method without state.
	@SuppressWarnings("ImmutableEnumChecker")
	private final Function<About, String> link;

	NoticeKind(Show show, boolean seenByReading, Function<About, String> link) {
		this.show = show;
		this.seenByReading = seenByReading;
		this.link = link;
	}

	/** The list in which they stand, besides that of all. */
	Show show() {
		return this.show;
	}

	/** Whether whoever reads the post in its topic has seen the notice. */
	boolean isSeenByReading() {
		return this.seenByReading;
	}

	/**
	 * Where a notice leads; to the list of all where its subject is not shown any more.
	 */
	String link(About about) {
		return about.shown() ? this.link.apply(about) : "/notifications";
	}

	/** As the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Names of the kinds that fit, as SQL writes a list. */
	static String sql(Predicate<NoticeKind> which) {
		return Arrays.stream(values())
			.filter(which)
			.map((kind) -> "'" + kind.name() + "'")
			.collect(Collectors.joining(", ", "(", ")"));
	}

}
