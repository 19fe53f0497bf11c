package org.afterword.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionRegister;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that replies ask: a facilitator gives each its place in the register. */
@Service
@Transactional
public class Proposals {

	/** How many signs the reason may have why one is left out. */
	public static final int LONGEST_REASON = 300;

	/** How many wait on one page. */
	public static final int PAGE = 50;

	private final ProposalRepository proposals;

	private final PostRepository posts;

	private final PostQuestionRepository ties;

	private final Answers answers;

	private final TopicRoles roles;

	private final Questions questions;

	private final QuestionRegister register;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Proposals(ProposalRepository proposals, PostRepository posts, PostQuestionRepository ties, Answers answers,
			TopicRoles roles, Questions questions, QuestionRegister register, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.proposals = proposals;
		this.posts = posts;
		this.ties = ties;
		this.answers = answers;
		this.roles = roles;
		this.questions = questions;
		this.register = register;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The questions of a topic that wait for a facilitator, the oldest first; those of
	 * posts that are not shown wait with them.
	 * @param after number of the last post of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 * @throws NotAllowed for those who do not run the topic
	 */
	@Transactional(readOnly = true)
	public List<ProposalView> waiting(TopicId topic, int after, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("see what is proposed");
		return this.sql.sql("""
				select p.number as post, author.name as author, p.written_at, x.text, p.excerpt
				from proposed_question x
				join post p on p.id = x.post_id and p.state = 'PUBLISHED'
				join post_author author on author.post_id = p.id
				where x.state = 'OPEN' and p.topic_id = ? and p.number > ? order by p.number limit ?""")
			.params(topic.value(), after, PAGE + 1)
			.query((row, line) -> new ProposalView(row.getInt("post"), row.getString("author"),
					row.getTimestamp("written_at").toInstant(), row.getString("text"), row.getString("excerpt")))
			.list();
	}

	/**
	 * The question that a reply asks, while it waits.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws NotFound where the reply asks none, or is not shown
	 * @throws Overtaken where it is settled already
	 */
	@Transactional(readOnly = true)
	public ProposalView waitingOf(TopicId topic, int reply, Viewer viewer) {
		var first = waiting(topic, reply - 1, viewer).stream().findFirst();
		if (first.isEmpty() || first.get().post() != reply) {
			mustBeOpen(of(shown(topic, reply)), viewer);
		}
		return first.orElseThrow(() -> new NotFound("proposed question of post " + reply));
	}

	/** How many questions of a topic wait for a facilitator. */
	@Transactional(readOnly = true)
	public int count(TopicId topic) {
		return this.sql.sql("""
				select count(*) from proposed_question x join post p on p.id = x.post_id and p.state = 'PUBLISHED'
				where x.state = 'OPEN' and p.topic_id = ?""").param(topic.value()).query(Integer.class).single();
	}

	/**
	 * Makes a question of its own of it, with the next number and asked by the author of
	 * the reply, which then addresses it. Made one already by the same viewer, it stays
	 * that.
	 * @return the number of the question
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Overtaken where it is settled already
	 */
	public QuestionNumber accept(TopicId topic, int reply, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("accept a question");
		var post = shown(topic, reply);
		var proposal = locked(post);
		if (proposal.state() == ProposalState.ACCEPTED && viewer.is(proposal.settledBy())) {
			return number(proposal.question());
		}
		mustBeOpen(proposal, viewer);
		var number = this.register.add(topic,
				new NewQuestion(null, null, null, proposal.text(), label(post), post.author()), viewer);
		var made = this.questions.get(topic, number).id();
		proposal.accept(made, viewer.id(), this.clock.instant());
		tie(post, made);
		told(viewer, Act.ACCEPT_PROPOSAL, post, proposal, null);
		return number;
	}

	/**
	 * Finds it among the questions that stand; the reply then addresses that one.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where the question stands no more
	 * @throws Overtaken where it is settled already
	 */
	public void tie(TopicId topic, int reply, QuestionNumber number, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("tie a proposed question");
		var post = shown(topic, reply);
		var proposal = locked(post);
		var known = standing(topic, number);
		if (proposal.state() == ProposalState.TIED && known.equals(proposal.question())
				&& viewer.is(proposal.settledBy())) {
			return;
		}
		mustBeOpen(proposal, viewer);
		proposal.tie(known, viewer.id(), this.clock.instant());
		tie(post, known);
		told(viewer, Act.LINK_PROPOSAL, post, proposal, null);
	}

	/**
	 * Leaves it out of the register, with a reason that readers see.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused without a reason, or with one that is too long
	 * @throws Overtaken where it is settled already
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
		var proposal = locked(post);
		mustBeOpen(proposal, viewer);
		proposal.decline(Blank.stripped(reason), viewer.id(), this.clock.instant());
		told(viewer, Act.DECLINE_PROPOSAL, post, proposal, Blank.stripped(reason));
	}

	/**
	 * Takes back a question that one’s own reply asked; the reply stays. False when it
	 * was taken back before.
	 * @throws NotAllowed for everybody but the author of the reply
	 * @throws Overtaken where a facilitator has settled it
	 */
	public boolean withdraw(TopicId topic, int reply, Viewer author) {
		var post = shown(topic, reply);
		if (!author.is(post.author())) {
			throw new NotAllowed("take back the question of post " + reply);
		}
		var proposal = locked(post);
		if (proposal.state() == ProposalState.WITHDRAWN) {
			return false;
		}
		mustBeOpen(proposal, author);
		proposal.withdraw(author.id(), this.clock.instant());
		return true;
	}

	/** The words of the question that a post asks and nobody has settled. */
	public Optional<String> openOf(PostId post) {
		return this.sql.sql("select text from proposed_question where post_id = ? and state = 'OPEN'")
			.param(post.value())
			.query(String.class)
			.optional();
	}

	/**
	 * Writes down that a post asks a question.
	 * @throws Refused where the words are none or too many
	 */
	void propose(Post post, String text) {
		this.proposals.save(new Proposal(post.id(), readable(text)));
	}

	/** The words of a new question, as they will stand. */
	static String readable(String words) {
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

	private QuestionId standing(TopicId topic, QuestionNumber number) {
		var question = this.questions.byNumber(topic).get(number);
		if (question == null) {
			throw new Refused("reply.no-question", number);
		}
		return question.id();
	}

	private void tie(Post post, QuestionId question) {
		this.answers.hold(List.of(question));
		if (this.ties.ofPost(post.id()).stream().noneMatch((tie) -> tie.question().equals(question))) {
			this.ties.save(new PostQuestion(post.id(), question, PostQuestionSource.ASKED, this.clock.instant()));
		}
		this.answers.settle(List.of(question));
	}

	private void mustBeOpen(Proposal proposal, Viewer viewer) {
		if (!proposal.isOpen()) {
			throw new Conflict("propose.was." + proposal.state().word(), name(proposal),
					proposal.isQuestion() ? number(proposal.question()) : "", proposal.settledAt())
				.byOneself(viewer.is(proposal.settledBy()));
		}
	}

	private Post shown(TopicId topic, int number) {
		return this.posts.findByTopicIdAndNumber(topic, number)
			.filter((post) -> post.state() == PostState.PUBLISHED)
			.orElseThrow(() -> new NotFound("post " + number + " of topic " + topic));
	}

	private Proposal of(Post post) {
		return this.proposals.findByPostId(post.id())
			.orElseThrow(() -> new NotFound("proposed question of post " + post.id()));
	}

	private Proposal locked(Post post) {
		return this.proposals.lockedOfPost(post.id())
			.orElseThrow(() -> new NotFound("proposed question of post " + post.id()));
	}

	private QuestionNumber number(QuestionId question) {
		return this.sql.sql("select number from question where id = ?")
			.param(question.value())
			.query((row, line) -> new QuestionNumber(row.getString("number")))
			.single();
	}

	private String name(Proposal proposal) {
		return this.sql.sql("select display_name from member where id = ?")
			.param(proposal.settledBy().value())
			.query(String.class)
			.single();
	}

	/** As whom the register knows an author without an account. */
	private @Nullable String label(Post post) {
		return (post.author() != null) ? null : this.sql.sql("""
				select h.label from post p join placeholder h on h.id = p.author_placeholder_id where p.id = ?""")
			.param(post.id().value())
			.query(String.class)
			.single();
	}

	private void told(Viewer by, Act act, Post post, Proposal proposal, @Nullable String reason) {
		var after = proposal.isQuestion() ? Map.of("question", proposal.question().toString())
				: Map.<String, String>of();
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.POST, post.id().value(), post.topicId().value(),
				Map.of(), after, reason));
	}

}
