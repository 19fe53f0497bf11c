package org.afterword.conversation.answers;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostQuestion;
import org.afterword.conversation.PostQuestionSource;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The answers that are pinned at a question: shown first, in an order of their own. */
@Service
@Transactional
public class Pins {

	/** How many answers a question may have pinned. */
	public static final int MOST = 5;

	/** How many characters the note above a pinned answer may have. */
	public static final int LONGEST_NOTE = 80;

	private final QuestionReplies replies;

	private final Answers answers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final TopicRoles roles;

	Pins(QuestionReplies replies, Answers answers, ApplicationEventPublisher events, Clock clock, TopicRoles roles) {
		this.roles = roles;
		this.replies = replies;
		this.answers = answers;
		this.events = events;
		this.clock = clock;
	}

	/** The note above a pinned answer; empty where there is none. */
	@Transactional(readOnly = true)
	public String note(TopicId topic, QuestionNumber number, int reply) {
		return this.replies.find(this.replies.post(topic, reply), this.replies.question(topic, number))
			.map(PostQuestion::note)
			.orElse("");
	}

	/**
	 * Pins a reply among the answers of a question, behind those that are pinned, and
	 * confirms it. Pinned already, it gets the new note; with the same note nothing
	 * happens.
	 * @param note a short line above it; empty for none
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where {@link #MOST} are pinned already, or the note is too long
	 */
	public void pin(TopicId topic, QuestionNumber number, int reply, String note, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("pin an answer");
		if (note.length() > LONGEST_NOTE) {
			throw new Refused("pin.note-too-long", note.length(), LONGEST_NOTE);
		}
		this.replies.lock(topic, number, reply);
		var post = this.replies.shown(topic, reply);
		if (post.isOpening()) {
			throw new Refused("pin.opening");
		}
		pin(post, this.replies.active(topic, number), Blank.is(note) ? null : Blank.stripped(note), viewer);
	}

	private void pin(Post post, QuestionView question, @Nullable String note, Viewer viewer) {
		var known = this.replies.find(post, question);
		var pinned = this.replies.pinned(question.id());
		var isNew = known.filter(PostQuestion::isPinned).isEmpty();
		if (isNew && pinned.size() >= MOST) {
			throw new Refused("pin.too-many", MOST, String.join(", ", this.replies.pinnedNumbers(question.id())));
		}
		var link = known.orElseGet(() -> this.replies
			.add(new PostQuestion(post.id(), question.id(), PostQuestionSource.STAFF, this.clock.instant())));
		if (!isNew && Objects.equals(note, link.note())) {
			return;
		}
		var before = link.logged();
		link.pin(isNew ? pinned.size() + 1 : link.rank(), note, viewer.id());
		this.events.publishEvent(post.act(viewer, Act.PIN, before, link.logged()));
		this.answers.confirm(post, List.of(link), viewer);
		if (isNew) {
			this.events.publishEvent(
					new AnswerPinned(post.id(), question.id(), post.topicId(), viewer.id(), this.clock.instant()));
		}
	}

	/**
	 * Unpins a reply; it stays a confirmed answer. False when it was not pinned.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public boolean unpin(TopicId topic, QuestionNumber number, int reply, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("unpin an answer");
		this.replies.lock(topic, number);
		var post = this.replies.post(topic, reply);
		var link = this.replies.link(post, this.replies.question(topic, number));
		if (!link.isPinned()) {
			return false;
		}
		var before = link.logged();
		link.unpin();
		this.replies.closeRanks(link.question());
		this.events.publishEvent(post.act(viewer, Act.UNPIN, before, link.logged()));
		return true;
	}

	/**
	 * Moves a pinned answer one place up or down. False at the end of the list.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public boolean move(TopicId topic, QuestionNumber number, int reply, boolean up, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("order the answers");
		this.replies.lock(topic, number);
		var post = this.replies.post(topic, reply);
		var link = this.replies.link(post, this.replies.question(topic, number));
		var pinned = this.replies.pinned(link.question());
		var place = pinned.indexOf(link);
		var other = up ? place - 1 : place + 1;
		if (place < 0 || other < 0 || other >= pinned.size()) {
			return false;
		}
		var before = link.logged();
		var rank = link.rank();
		link.moveTo(pinned.get(other).rank());
		pinned.get(other).moveTo(rank);
		this.events.publishEvent(post.act(viewer, Act.MOVE_PIN, before, link.logged()));
		return true;
	}

}
