package org.afterword.conversation.proposals;

import java.time.Clock;
import java.util.Map;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.words.KnownQuestions;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that replies ask: a facilitator gives each its place in the register. */
@Service
@Transactional
public class Proposals {

	/** How many characters the reason may have why one is declined. */
	public static final int LONGEST_REASON = 300;

	private final PostRepository posts;

	private final OpenProposals open;

	private final Questions questions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final TopicRoles roles;

	private final ProposedQuestions made;

	Proposals(PostRepository posts, OpenProposals open, Questions questions, ApplicationEventPublisher events,
			Clock clock, TopicRoles roles, ProposedQuestions made) {
		this.made = made;
		this.roles = roles;
		this.posts = posts;
		this.open = open;
		this.questions = questions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Makes a question of its own of it, with the next number and asked by the author of
	 * the reply, which then addresses it. Made one already by the same viewer, it stays
	 * that.
	 * @return the number of the question
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Conflict where somebody has decided it
	 */
	public QuestionNumber accept(TopicId topic, int reply, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("accept a question");
		var post = shown(topic, reply);
		var proposal = this.open.locked(post);
		if (proposal.state() == ProposalState.ACCEPTED && viewer.is(proposal.decidedBy())) {
			return this.questions.get(proposal.question()).number();
		}
		this.open.mustBeOpen(proposal, viewer);
		var question = this.made.add(topic, post, proposal, viewer);
		proposal.accept(question.id(), viewer.id(), this.clock.instant());
		this.made.link(post, question.id());
		log(viewer, Act.ACCEPT_PROPOSAL, post, proposal, null);
		return question.number();
	}

	/**
	 * Links the reply to a question of the register that asks the same.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where the question was withdrawn
	 * @throws Conflict where somebody has decided it
	 */
	public void link(TopicId topic, int reply, QuestionNumber number, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("link a proposed question");
		var post = shown(topic, reply);
		var proposal = this.open.locked(post);
		var known = new KnownQuestions(this.questions.byNumber(topic)).get(number).id();
		if (proposal.state() == ProposalState.LINKED && known.equals(proposal.question())
				&& viewer.is(proposal.decidedBy())) {
			return;
		}
		this.open.mustBeOpen(proposal, viewer);
		proposal.link(known, viewer.id(), this.clock.instant());
		this.made.link(post, known);
		log(viewer, Act.LINK_PROPOSAL, post, proposal, null);
	}

	/**
	 * Declines it, with a reason that readers see.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused without a reason, or with one that is too long
	 * @throws Conflict where somebody has decided it
	 */
	public void decline(TopicId topic, int reply, String reason, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("decline a question");
		if (Blank.is(reason)) {
			throw new Refused("propose.no-reason");
		}
		if (reason.length() > LONGEST_REASON) {
			throw new Refused("propose.reason-too-long");
		}
		var post = shown(topic, reply);
		var proposal = this.open.locked(post);
		this.open.mustBeOpen(proposal, viewer);
		proposal.decline(Blank.stripped(reason), viewer.id(), this.clock.instant());
		log(viewer, Act.DECLINE_PROPOSAL, post, proposal, Blank.stripped(reason));
	}

	/**
	 * Withdraws a question that one’s own reply asked; the reply stays. False when it was
	 * withdrawn before.
	 * @throws NotAllowed for everybody but the author of the reply
	 * @throws Conflict where a facilitator has decided it
	 */
	public boolean withdraw(TopicId topic, int reply, Viewer author) {
		var post = shown(topic, reply);
		if (!author.is(post.author())) {
			throw new NotAllowed("take back the question of post " + reply);
		}
		var proposal = this.open.locked(post);
		if (proposal.state() == ProposalState.WITHDRAWN) {
			return false;
		}
		this.open.mustBeOpen(proposal, author);
		proposal.withdraw(author.id(), this.clock.instant());
		return true;
	}

	/**
	 * Stores that a post asks a question.
	 * @throws Refused where the words are none or too many
	 */
	public void propose(Post post, String text) {
		this.open.add(new Proposal(post.id(), readable(text)));
	}

	/** The words of a new question, as they will stand. */
	public static String readable(String words) {
		var text = words.strip();
		if (text.isEmpty()) {
			throw new Refused("propose.empty");
		}
		var length = text.codePointCount(0, text.length());
		if (length > NewQuestion.LONGEST) {
			throw new Refused("ask.too-long", length, NewQuestion.LONGEST);
		}
		return text;
	}

	private Post shown(TopicId topic, int number) {
		return this.posts.shown(topic, number);
	}

	private void log(Viewer by, Act act, Post post, Proposal proposal, @Nullable String reason) {
		var after = proposal.isQuestion() ? Map.of("question", proposal.question().toString())
				: Map.<String, String>of();
		this.events.publishEvent(post.act(by, act, Map.of(), after, reason));
	}

}
