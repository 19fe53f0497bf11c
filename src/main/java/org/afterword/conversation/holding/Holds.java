package org.afterword.conversation.holding;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostSentBack;
import org.afterword.conversation.QuestionTallies;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.words.PostWords;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What facilitators decide about held posts. What these cite joins the resources once
 * they are approved.
 */
@Service
@Transactional
public class Holds {

	/** Key of the sentence for whoever runs the topic of their own held post. */
	public static final String OWN = "held.own";

	private final HeldPostLookup lookup;

	private final Edits edits;

	private final PostWords words;

	private final QuestionTallies tallies;

	private final Topics topics;

	private final PostNumbering numbering;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Holds(HeldPostLookup lookup, Edits edits, PostWords words, QuestionTallies tallies, Topics topics,
			PostNumbering numbering, ApplicationEventPublisher events, Clock clock) {
		this.lookup = lookup;
		this.edits = edits;
		this.words = words;
		this.tallies = tallies;
		this.topics = topics;
		this.numbering = numbering;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Publishes a held post, with the next number of its topic.
	 * @param text in place of the author’s, which is kept; null where that stays
	 * @param read the revision that was looked at
	 * @return its number
	 * @throws NotAllowed for those who do not run the topic, and for its author
	 * @throws Refused where the text is empty or too long, or was changed meanwhile; in a
	 * topic that is locked
	 * @throws Conflict where somebody else has approved it, or sent it back
	 */
	public int approve(PostId id, @Nullable String text, int read, Viewer by) {
		var post = decidable(id, "approve a post", by);
		var topic = this.topics.get(post.topicId());
		if (topic.state() == TopicState.LOCKED) {
			throw new Refused("held.locked");
		}
		mustBeSeen(read, post);
		if (text != null && this.edits.editHeld(topic, post, text, by)) {
			log(Act.EDIT_HELD, post, Map.of("revision", Integer.toString(read)),
					Map.of("revision", Integer.toString(post.revision())), null, by);
		}
		var shown = this.words.render(id);
		var number = this.numbering.next(topic.id(), post.author());
		post.approve(number, by.id(), this.clock.instant());
		log(Act.APPROVE, post, Map.of("state", "HELD"), Map.of("state", "PUBLISHED"), null, by);
		this.tallies.recompute(id);
		this.words.publishNew(post, shown, by.id());
		return number;
	}

	/**
	 * Asks the author to change a held post. Its text stays with them.
	 * @param reason for its author to read
	 * @param read the revision that was looked at
	 * @throws NotAllowed for those who do not run the topic, and for its author
	 * @throws Refused where the text was changed meanwhile
	 * @throws Conflict where somebody else has approved it, or sent it back
	 */
	public void sendBack(PostId id, String reason, int read, Viewer by) {
		var post = decidable(id, "send a post back", by);
		mustBeSeen(read, post);
		post.sendBack(by.id(), reason, this.clock.instant());
		log(Act.SEND_BACK, post, Map.of(), Map.of("revision", Integer.toString(post.revision())), reason, by);
		this.events.publishEvent(new PostSentBack(id, post.topicId(), by.id(), this.clock.instant()));
	}

	/**
	 * Nobody decides about their own post. Whoever runs a topic by now can withdraw it
	 * and send it again: it is published at once.
	 */
	private Post decidable(PostId id, String act, Viewer by) {
		var post = this.lookup.lockWaiting(id, by);
		this.topics.viewed(post.topicId(), by).mustFacilitate(act);
		if (by.is(post.author())) {
			throw new NotAllowed("decide about one’s own held post " + post.id(), OWN);
		}
		return post;
	}

	/** Only its author changes what waits. */
	private void mustBeSeen(int read, Post post) {
		if (post.revision() != read) {
			throw new Refused("held.reworded", this.lookup.name(Objects.requireNonNull(post.author())), post.wordsAt());
		}
	}

	private void log(Act act, Post post, Map<String, String> before, Map<String, String> after, @Nullable String reason,
			Viewer by) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.POST, post.id().value(), post.topicId().value(),
				before, after, reason));
	}

}
