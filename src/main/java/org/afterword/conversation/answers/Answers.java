package org.afterword.conversation.answers;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostQuestion;
import org.afterword.conversation.QuestionTallies;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which replies answer which questions: offered by their authors, and confirmed. */
@Service
@Transactional
public class Answers {

	private final QuestionReplies replies;

	private final QuestionTallies tallies;

	private final Topics topics;

	private final Questions questions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final TopicRoles roles;

	Answers(QuestionReplies replies, QuestionTallies tallies, Topics topics, Questions questions,
			ApplicationEventPublisher events, Clock clock, TopicRoles roles) {
		this.roles = roles;
		this.replies = replies;
		this.tallies = tallies;
		this.topics = topics;
		this.questions = questions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Says that one’s own reply answers a question. A facilitator’s offer confirms
	 * itself.
	 * @throws NotAllowed for everybody but its author, and in a topic that is locked
	 * @throws Refused where the reply does not address the question
	 */
	public void offer(TopicId topic, QuestionNumber number, int reply, Viewer author) {
		mustBeOpen(topic);
		this.replies.lock(topic, number);
		var post = this.replies.shown(topic, reply);
		if (!author.is(post.author())) {
			throw new NotAllowed("offer post " + reply);
		}
		var link = this.replies.link(post, this.replies.active(topic, number));
		link.offer();
		if (this.roles.access(topic, author).facilitates()) {
			announce(post, confirm(post, List.of(link), author), author);
		}
	}

	/**
	 * Withdraws the offer of one’s own reply as an answer; what somebody has confirmed
	 * stays confirmed.
	 * @throws NotAllowed for everybody but its author, and in a topic that is locked
	 */
	public void takeBackOffer(TopicId topic, QuestionNumber number, int reply, Viewer author) {
		mustBeOpen(topic);
		this.replies.lock(topic, number);
		var post = this.replies.shown(topic, reply);
		if (!author.is(post.author())) {
			throw new NotAllowed("take back the offer of post " + reply);
		}
		this.replies.link(post, this.replies.question(topic, number)).takeBackOffer();
	}

	/**
	 * Whether this viewer may confirm answers to this question: its asker, and those who
	 * run the topic.
	 */
	@Transactional(readOnly = true)
	public boolean mayConfirm(TopicId topic, QuestionNumber number, Viewer viewer) {
		return viewer.isMember() && (this.roles.access(topic, viewer).facilitates()
				|| this.questions.wasAskedBy(this.questions.get(topic, number).id(), viewer));
	}

	/**
	 * Confirms that a reply answers a question; the question is then answered.
	 * @throws NotAllowed for everybody but the asker and those who run the topic
	 * @throws Refused where the reply does not address the question
	 */
	public void confirm(TopicId topic, QuestionNumber number, int reply, Viewer viewer) {
		this.replies.lock(topic, number);
		var post = this.replies.shown(topic, reply);
		mustConfirm(topic, number, viewer);
		announce(post, confirm(post, List.of(this.replies.link(post, this.replies.active(topic, number))), viewer),
				viewer);
	}

	/**
	 * Removes a confirmation; the status of the question is automatic again. A pinned
	 * answer is unpinned as well.
	 * @throws NotAllowed for everybody but the asker and those who run the topic
	 */
	public void unconfirm(TopicId topic, QuestionNumber number, int reply, Viewer viewer) {
		this.replies.lock(topic, number);
		var post = this.replies.shown(topic, reply);
		mustConfirm(topic, number, viewer);
		var link = this.replies.link(post, this.replies.question(topic, number));
		if (link.isPinned()) {
			this.roles.access(topic, viewer).mustFacilitate("unpin");
		}
		var before = link.logged();
		if (link.unconfirm()) {
			link.unpin();
			this.replies.closeRanks(link.question());
			this.events.publishEvent(post.act(viewer, Act.UNCONFIRM, before, link.logged()));
			this.tallies.recompute(Set.of(link.question()));
		}
	}

	/**
	 * Confirms what a facilitator offers in their own new reply, and recomputes the
	 * status of all the questions that it addresses.
	 */
	public void confirmOwn(Post post, Viewer author) {
		var all = this.replies.ofPost(post);
		this.tallies.recompute(all.stream().map(PostQuestion::question).toList());
		confirm(post, all.stream().filter(PostQuestion::isOffered).toList(), author);
	}

	/**
	 * @return the questions that it had not answered before
	 */
	Set<QuestionId> confirm(Post post, List<PostQuestion> chosen, Viewer by) {
		var news = new HashSet<QuestionId>();
		for (var link : chosen) {
			var before = link.logged();
			if (link.confirm(by.id(), this.clock.instant())) {
				news.add(link.question());
				this.events.publishEvent(post.act(by, Act.CONFIRM, before, link.logged()));
			}
		}
		this.tallies.recompute(news, news);
		return news;
	}

	private void announce(Post post, Set<QuestionId> news, Viewer by) {
		news.forEach((question) -> this.events
			.publishEvent(new AnswerConfirmed(post.id(), question, post.topicId(), by.id(), this.clock.instant())));
	}

	private void mustConfirm(TopicId topic, QuestionNumber number, Viewer viewer) {
		if (!mayConfirm(topic, number, viewer)) {
			throw new NotAllowed("confirm an answer to question " + number);
		}
	}

	private void mustBeOpen(TopicId topic) {
		if (this.topics.get(topic).state() == TopicState.LOCKED) {
			throw new NotAllowed("offer in topic " + topic, "lock.closed");
		}
	}

}
