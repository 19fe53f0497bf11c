package org.afterword.conversation.proposals;

import java.util.List;
import java.util.Optional;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostRepository;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that replies ask and nobody has decided about yet, for pages. */
@Service
@Transactional(readOnly = true)
public class OpenProposals {

	/** How many stand on one page. */
	public static final int PAGE = 50;

	private final ProposalRepository proposals;

	private final PostRepository posts;

	private final Questions questions;

	private final JdbcClient sql;

	private final TopicRoles roles;

	OpenProposals(ProposalRepository proposals, PostRepository posts, Questions questions, JdbcClient sql,
			TopicRoles roles) {
		this.roles = roles;
		this.proposals = proposals;
		this.posts = posts;
		this.questions = questions;
		this.sql = sql;
	}

	/**
	 * The questions of a topic that wait for a facilitator, the oldest first; those of
	 * posts that are not shown wait with them.
	 * @param after number of the last post of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 * @throws NotAllowed for those who do not run the topic
	 */
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
	 * @throws Conflict where somebody has decided it
	 */
	public ProposalView waitingOf(TopicId topic, int reply, Viewer viewer) {
		var first = waiting(topic, reply - 1, viewer).stream().findFirst();
		if (first.isEmpty() || first.get().post() != reply) {
			mustBeOpen(of(this.posts.shown(topic, reply)), viewer);
		}
		return first.orElseThrow(() -> new NotFound("proposed question of post " + reply));
	}

	/** How many questions of a topic wait for a facilitator. */
	public int count(TopicId topic) {
		return this.sql.sql("""
				select count(*) from proposed_question x join post p on p.id = x.post_id and p.state = 'PUBLISHED'
				where x.state = 'OPEN' and p.topic_id = ?""").param(topic.value()).query(Integer.class).single();
	}

	/** The words of the question that a post asks and nobody has decided. */
	public Optional<String> openOf(PostId post) {
		return this.sql.sql("select text from proposed_question where post_id = ? and state = 'OPEN'")
			.param(post.value())
			.query(String.class)
			.optional();
	}

	/**
	 * @throws Conflict where somebody has decided about it
	 */
	void mustBeOpen(Proposal proposal, Viewer viewer) {
		if (!proposal.isOpen()) {
			throw new Conflict("propose.was." + proposal.state().word(), name(proposal),
					proposal.isQuestion() ? this.questions.get(proposal.question()).number() : "", proposal.decidedAt())
				.byOneself(viewer.is(proposal.decidedBy()));
		}
	}

	void add(Proposal proposal) {
		this.proposals.save(proposal);
	}

	/** The question that a post proposes, locked until this transaction ends. */
	Proposal locked(Post post) {
		return this.proposals.lockedOfPost(post.id())
			.orElseThrow(() -> new NotFound("proposed question of post " + post.id()));
	}

	private Proposal of(Post post) {
		return this.proposals.findByPostId(post.id())
			.orElseThrow(() -> new NotFound("proposed question of post " + post.id()));
	}

	private String name(Proposal proposal) {
		return this.sql.sql("select display_name from member where id = ?")
			.param(proposal.decidedBy().value())
			.query(String.class)
			.single();
	}

}
