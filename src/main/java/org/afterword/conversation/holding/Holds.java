package org.afterword.conversation.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.afterword.conversation.Conversations;
import org.afterword.conversation.Post;
import org.afterword.conversation.PostAppeared;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.PostPublished;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostSentBack;
import org.afterword.conversation.PostState;
import org.afterword.conversation.PostTakenBack;
import org.afterword.conversation.Proposals;
import org.afterword.conversation.Reader;
import org.afterword.conversation.Submitted;
import org.afterword.conversation.writing.Drafts;
import org.afterword.conversation.writing.ReplyForm;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.Html;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Submissions;
import org.afterword.member.Viewer;
import org.afterword.mention.Mentions;
import org.afterword.topic.PersonView;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicState;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replies that wait for a facilitator. They have no number, and nobody but their author
 * and those who run the topic reads them; what they cite joins the resources once they
 * are approved.
 */
@Service
@Transactional
public class Holds {

	/** How many held posts stand on a page. */
	public static final int PAGE = 20;

	/** Key of the sentence for whoever runs the topic of their own held post. */
	public static final String OWN = "held.own";

	private static final String HELD = """
			select p.id, p.topic_id, t.slug, t.title, m.display_name, m.handle, b.display_name as back_name,
			       b.handle as back_handle, p.state_at, p.state_reason, p.excerpt,
			       p.body_html, p.body_markdown, p.revision,
			       array(select q.number from post_question pq join question q on q.id = pq.question_id
			             where pq.post_id = p.id order by q.position) as questions,
			       array(select q.number from post_question pq join question q on q.id = pq.question_id
			             where pq.post_id = p.id and pq.answer <> 'NONE' order by q.position) as answers,
			       (select above.number from post above where above.id = p.parent_id and above.topic_id = p.topic_id) as above,
			       (select x.text from proposed_question x where x.post_id = p.id and x.state = 'OPEN') as proposes
			from post p
			join topic t on t.id = p.topic_id
			join member m on m.id = p.author_member_id
			left join member b on b.id = p.state_by
			where p.state = 'HELD'
			""";

	private final PostRepository posts;

	private final Conversations conversations;

	private final Reader reader;

	private final Topics topics;

	private final PostNumbering numbering;

	private final TopicRoles roles;

	private final Mentions mentions;

	private final Drafts drafts;

	private final Proposals proposals;

	private final PostLinks links;

	private final Submissions submissions;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Holds(PostRepository posts, Conversations conversations, Reader reader, Topics topics, PostNumbering numbering,
			TopicRoles roles, Mentions mentions, Drafts drafts, Proposals proposals, PostLinks links,
			Submissions submissions, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.conversations = conversations;
		this.reader = reader;
		this.topics = topics;
		this.numbering = numbering;
		this.roles = roles;
		this.mentions = mentions;
		this.drafts = drafts;
		this.proposals = proposals;
		this.links = links;
		this.submissions = submissions;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Posts of others that wait for a facilitator in the topics that this viewer runs,
	 * the oldest first. Those that were sent back wait for their authors and are not
	 * among them.
	 * @param after the last post of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	@Transactional(readOnly = true)
	public List<HeldPost> waiting(long after, Viewer viewer) {
		return this.sql.sql(HELD + """
				and p.state_by is null and p.author_member_id <> :me and p.id > :after
				and (:all or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = :me))
				order by p.id limit :most""")
			.param("after", after)
			.param("all", viewer.isFacilitator())
			.param("me", viewer.id().value())
			.param("most", PAGE + 1)
			.query(Holds::held)
			.list();
	}

	/**
	 * What this member has sent and nobody has approved, the newest first.
	 * @param before only those sent before this one; 0 for the newest
	 * @return one more than stand on a page, where there is a next page
	 */
	@Transactional(readOnly = true)
	public List<HeldPost> own(long before, Viewer viewer) {
		return this.sql.sql(HELD
				+ "and p.author_member_id = :me and p.state_by is distinct from :me and (:before = 0 or p.id < :before) order by p.id desc limit :most")
			.param("me", viewer.id().value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query(Holds::held)
			.list();
	}

	/**
	 * One held post.
	 * @throws NotFound where none of this id is held, and for everybody but its author
	 * and those who run its topic
	 * @throws Overtaken for these where somebody has approved it
	 */
	@Transactional(readOnly = true)
	public HeldPost get(PostId id, Viewer viewer) {
		var post = post(id, viewer);
		if (!viewer.is(post.author()) && !this.roles.access(post.topicId(), viewer).facilitates()) {
			throw new NotFound("held post " + id);
		}
		return this.sql.sql(HELD + "and p.id = :id").param("id", id.value()).query(Holds::held).single();
	}

	/**
	 * Where a post stands that was held: its number once it is approved.
	 * @throws NotFound where there is no such post, and for everybody but its author and
	 * those who run its topic
	 */
	@Transactional(readOnly = true)
	public Submitted find(PostId id, Viewer viewer) {
		var post = this.posts.byId(id.value()).orElseThrow(() -> new NotFound("post " + id));
		if (!viewer.is(post.author()) && !this.roles.access(post.topicId(), viewer).facilitates()) {
			throw new NotFound("post " + id);
		}
		if (post.isTakenBack()) {
			throw new NotFound("post " + id);
		}
		return new Submitted(id, post.topicId(), (post.state() != PostState.HELD) ? post.number() : null);
	}

	/**
	 * Publishes a held post, with the next number of its topic.
	 * @param words in place of the author’s; null where they stay. What it was is kept
	 * @param read the revision that was looked at; another since then is a conflict
	 * @throws NotAllowed for those who do not run the topic, and for its author
	 * @throws Refused where the words are none or too many, or were changed meanwhile; in
	 * a topic that is closed
	 * @throws Overtaken where somebody else has approved it, or sent it back
	 */
	public int approve(PostId id, @Nullable String words, int read, Viewer by) {
		var post = waiting(id, by);
		this.roles.access(post.topicId(), by).mustFacilitate("approve a post");
		mustBeOfAnother(post, by);
		var topic = this.topics.get(post.topicId());
		if (topic.state() == TopicState.LOCKED) {
			throw new Refused("held.locked");
		}
		mustBeSeen(read, post);
		if (words != null && this.conversations.reword(topic, post, words, by)) {
			told(Act.EDIT_HELD, post, Map.of("revision", Integer.toString(read)),
					Map.of("revision", Integer.toString(post.revision())), null, by);
		}
		var again = this.reader.readAgain(topic, post.markdown(), this.mentions.kept(id.value()));
		this.conversations.show(post, again, false);
		var number = this.numbering.next(topic.id(), post.author());
		post.approve(number, by.id(), this.clock.instant());
		told(Act.APPROVE, post, Map.of("state", "HELD"), Map.of("state", "PUBLISHED"), null, by);
		this.conversations.settle(post);
		this.events.publishEvent(new PostPublished(post.id(), topic.id(), by.id(), again.links(), again.announced(),
				post.asksSources()));
		this.events.publishEvent(
				new PostAppeared(id, topic.id(), Objects.requireNonNull(post.author()), by.id(), this.clock.instant()));
		return number;
	}

	/**
	 * Asks the author to mend a held post. Its words stay with them.
	 * @param reason for its author to read
	 * @param read the revision that was looked at; another since then is a conflict
	 * @throws NotAllowed for those who do not run the topic, and for its author
	 * @throws Refused where the words were changed meanwhile
	 * @throws Overtaken where somebody else has approved it, or sent it back
	 */
	public void sendBack(PostId id, String reason, int read, Viewer by) {
		var post = waiting(id, by);
		this.roles.access(post.topicId(), by).mustFacilitate("send a post back");
		mustBeOfAnother(post, by);
		mustBeSeen(read, post);
		post.sendBack(by.id(), reason, this.clock.instant());
		told(Act.SEND_BACK, post, Map.of(), Map.of("revision", Integer.toString(post.revision())), reason, by);
		this.events.publishEvent(new PostSentBack(id, post.topicId(), by.id(), this.clock.instant()));
	}

	/**
	 * Sends one’s own held post again, mended or as it was. It waits for a facilitator.
	 * @param read the revision that its author had before them; another since then is a
	 * conflict
	 * @throws NotAllowed for everybody but its author
	 * @throws Refused where the words are none or too many, or were changed meanwhile
	 */
	public void sendAgain(PostId id, String words, int read, Viewer author) {
		var post = post(id, author);
		if (!author.is(post.author())) {
			throw new NotAllowed("mend held post " + id);
		}
		if (post.revision() != read) {
			throw new Refused("held.meanwhile");
		}
		this.conversations.reword(this.topics.get(post.topicId()), post, words, author);
		post.hold(this.clock.instant());
	}

	/**
	 * Takes back one’s own post while it waits, or after it was sent back: it is gone,
	 * and is a draft of its author again with all that its form held.
	 * @throws NotAllowed for everybody but its author
	 * @throws NotFound where it waits no more
	 */
	public void takeBack(PostId id, Viewer author) {
		lock(id);
		var post = post(id, author);
		if (!author.is(post.author())) {
			throw new NotAllowed("take back held post " + id);
		}
		var topic = this.topics.get(post.topicId());
		var form = form(topic, post);
		this.drafts.keep(this.topics.viewed(topic.id(), author), form.place(), form.body(), form.fields(), 0);
		this.sql.sql("delete from post where id = ? and state = 'HELD'").param(id.value()).update();
		this.events.publishEvent(new PostTakenBack(id));
		// The form it came from can be sent again.
		this.submissions.forget(author.id(), "/held/" + id);
	}

	/**
	 * The form from which a held post can come again. What its words name and its author
	 * had not ticked stays without a tick.
	 */
	private ReplyForm form(TopicView topic, Post post) {
		var ties = this.sql
			.sql("""
					select q.number, pq.answer <> 'NONE' as answers from post_question pq join question q on q.id = pq.question_id
					where pq.post_id = ? order by q.position""")
			.param(post.id().value())
			.query((row, line) -> Map.entry(row.getString("number"), row.getBoolean("answers")))
			.list();
		var read = this.reader.readOld(topic, post.markdown());
		var proposed = this.proposals.openOf(post.id());
		var fields = new LinkedHashMap<String, List<String>>();
		fields.put("questions", ties.stream().map(Map.Entry::getKey).toList());
		fields.put("answers", ties.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList());
		fields.put("seen", read.questions().stream().map((one) -> one.number().value()).toList());
		fields.put("named", List.copyOf(read.meant().keySet()));
		fields.put("mentions", List.copyOf(this.mentions.kept(post.id().value()).keySet()));
		fields.put("noticed", read.announced().isEmpty() ? List.of() : List.of("on"));
		fields.put("ask", post.asksSources() ? List.of("on") : List.of());
		fields.put("to",
				this.sql
					.sql("""
							select above.number from post p join post above on above.id = p.parent_id and above.topic_id = p.topic_id
							where p.id = ?""")
					.param(post.id().value())
					.query(String.class)
					.list());
		var chosen = this.links.of(post.id());
		fields.put("links", chosen.keySet().stream().map(PostLinks::key).toList());
		fields.put("serves",
				chosen.entrySet()
					.stream()
					.flatMap((one) -> one.getValue()
						.stream()
						.map((number) -> PostLinks.tick(PostLinks.key(one.getKey()), number)))
					.toList());
		fields.put("asks", proposed.isEmpty() ? List.of() : List.of("on"));
		fields.put("newQuestion", proposed.stream().toList());
		return ReplyForm.of(post.markdown(), fields, "");
	}

	private void lock(PostId id) {
		this.sql.sql("select id from post where id = ? for no key update")
			.param(id.value())
			.query(Long.class)
			.optional();
	}

	/**
	 * Nobody decides about their own post. Whoever runs a topic by now can take it back
	 * and send it again: it appears at once.
	 */
	private static void mustBeOfAnother(Post post, Viewer by) {
		if (by.is(post.author())) {
			throw new NotAllowed("decide about one’s own held post " + post.id(), OWN);
		}
	}

	/** Only its author changes what waits. */
	private void mustBeSeen(int read, Post post) {
		if (post.revision() != read) {
			throw new Refused("held.reworded", name(Objects.requireNonNull(post.author())), post.wordsAt());
		}
	}

	/** Two who see to the same post line up here. What was sent back is its author’s. */
	private Post waiting(PostId id, Viewer by) {
		lock(id);
		if (this.posts.byId(id.value()).isEmpty()) {
			throw new Conflict("held.gone");
		}
		var post = post(id, by);
		if (post.stateBy() != null && !by.is(post.stateBy())) {
			throw overtaken("held.was-returned", post, by);
		}
		return post;
	}

	private Post post(PostId id, Viewer by) {
		var post = this.posts.byId(id.value()).orElseThrow(() -> new NotFound("held post " + id));
		if (post.state() == PostState.PUBLISHED && post.stateBy() != null
				&& (by.is(post.author()) || this.roles.access(post.topicId(), by).facilitates())) {
			throw overtaken("held.was-approved", post, by);
		}
		if (post.state() != PostState.HELD || post.isTakenBack()) {
			throw new NotFound("held post " + id);
		}
		return post;
	}

	private Conflict overtaken(String key, Post post, Viewer viewer) {
		var by = Objects.requireNonNull(post.stateBy());
		return new Conflict(key, name(by), Objects.requireNonNull(post.stateAt())).at("/held/" + post.id())
			.byOneself(viewer.is(by));
	}

	private String name(MemberId member) {
		return this.sql.sql("select display_name from member where id = ?")
			.param(member.value())
			.query(String.class)
			.single();
	}

	private void told(Act act, Post post, Map<String, String> before, Map<String, String> after,
			@Nullable String reason, Viewer by) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.POST, post.id().value(), post.topicId().value(),
				before, after, reason));
	}

	private static HeldPost held(ResultSet row, int line) throws SQLException {
		var back = row.getString("back_handle");
		return new HeldPost(new PostId(row.getLong("id")), new TopicId(row.getLong("topic_id")),
				new Slug(row.getString("slug")), row.getString("title"),
				new PersonView(row.getString("display_name"), new Handle(row.getString("handle"))),
				(back != null) ? new PersonView(row.getString("back_name"), new Handle(back)) : null,
				row.getTimestamp("state_at").toInstant(), row.getString("state_reason"), row.getString("excerpt"),
				Html.stored(row.getString("body_html")), row.getString("body_markdown"), row.getInt("revision"),
				numbers(row, "questions"), numbers(row, "answers"), row.getObject("above", Integer.class),
				row.getString("proposes"));
	}

	private static List<QuestionNumber> numbers(ResultSet row, String column) throws SQLException {
		return Stream.of((String[]) row.getArray(column).getArray()).map(QuestionNumber::of).toList();
	}

}
