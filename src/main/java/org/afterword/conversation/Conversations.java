package org.afterword.conversation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Markup.Addressed;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.mention.MentionTarget;
import org.afterword.mention.Mentions;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicState;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written in topics: openings, replies, and what becomes of them. */
@Service
@Transactional
public class Conversations {

	private final PostRepository posts;

	private final PostQuestionRepository ties;

	private final DismissedGuess dismissed;

	private final Answers answers;

	private final Reader reader;

	private final Trust trust;

	private final Topics topics;

	private final TopicLocks locks;

	private final PostNumbering numbering;

	private final TopicRoles roles;

	private final Questions questions;

	private final Proposals proposals;

	private final PostLinks links;

	private final Mentions mentions;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Conversations(PostRepository posts, PostQuestionRepository ties, DismissedGuess dismissed, Answers answers,
			Reader reader, Trust trust, Topics topics, TopicLocks locks, PostNumbering numbering, TopicRoles roles,
			Questions questions, Proposals proposals, PostLinks links, Mentions mentions, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.ties = ties;
		this.dismissed = dismissed;
		this.answers = answers;
		this.reader = reader;
		this.trust = trust;
		this.topics = topics;
		this.locks = locks;
		this.numbering = numbering;
		this.roles = roles;
		this.questions = questions;
		this.proposals = proposals;
		this.links = links;
		this.mentions = mentions;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes the first post of a topic. It speaks of the whole topic and addresses no
	 * question.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public int open(TopicId topic, Viewer author, String words) {
		return open(topic, author, words, true);
	}

	/**
	 * Writes the first post of a topic.
	 * @param asks whether sources that it announces without an address wait for one
	 * @throws NotAllowed for those who do not run the topic
	 */
	public int open(TopicId topic, Viewer author, String words, boolean asks) {
		this.roles.access(topic, author).mustFacilitate("open a conversation");
		var opened = this.topics.get(topic);
		return publish(opened, author, null, words, this.reader.read(opened, readable(words), Set.of()), asks).number();
	}

	/**
	 * Takes a reply from a member: it is published at once, or waits for a facilitator
	 * where its author is new.
	 * @throws NotAllowed for strangers, and in a topic that is not open
	 * @throws Refused where the words are none or too many, where it replies to no post,
	 * or addresses a question of no such topic
	 */
	public Submitted submit(TopicId id, Viewer author, Reply reply) {
		var topic = this.topics.get(id);
		mustBeWritable(topic, author);
		var read = this.reader.read(topic, readable(reply.words()), reply.plain());
		var held = this.trust.holds(author, read.links().size()) && !this.roles.access(id, author).facilitates();
		var post = write(topic, author, reply, read, held);
		return new Submitted(post.id(), id, held ? null : post.number());
	}

	/**
	 * Publishes a reply, whether or not its author is trusted: for callers that know that
	 * it may stand. Only a facilitator’s offer of an answer confirms itself.
	 * @return its number in the topic
	 * @throws NotAllowed for strangers, and in a topic that is not open
	 * @throws Refused where the words are none or too many, those of a question that it
	 * asks too, where it replies to no post, or addresses a question of no such topic
	 */
	public int reply(TopicId id, Viewer author, Reply reply) {
		var topic = this.topics.get(id);
		mustBeWritable(topic, author);
		return write(topic, author, reply, this.reader.read(topic, readable(reply.words()), reply.plain()), false)
			.number();
	}

	/**
	 * Shows a reply as it would be, and publishes nothing.
	 * @throws NotAllowed as publishing it would
	 */
	@Transactional(readOnly = true)
	public Preview preview(TopicId id, Viewer author, Reply reply) {
		var topic = this.topics.get(id);
		mustBeWritable(topic, author);
		if (reply.proposes() != null) {
			Proposals.readable(reply.proposes());
		}
		return preview(topic, author, reply, this.reader.read(topic, readable(reply.words()), reply.plain()));
	}

	/**
	 * Shows an edit as it would be, and changes nothing.
	 * @throws NotAllowed as the edit would
	 */
	@Transactional(readOnly = true)
	public Preview previewEdit(TopicId id, int number, Viewer editor, String words) {
		var post = post(id, number);
		mustBeEditable(post, editor);
		var topic = this.topics.get(id);
		var read = this.reader.readEdited(topic, this.topics.get(post.home()), post.markdown(),
				this.mentions.kept(post.id().value()), readable(words));
		var dismissed = this.dismissed.of(post.id());
		var numbers = this.questions.register(id)
			.stream()
			.filter((question) -> dismissed.contains(question.id()))
			.map(QuestionView::number)
			.collect(Collectors.toSet());
		return preview(topic, null, Reply.of(words), read.without(numbers));
	}

	/**
	 * Whether an edit would be refused because somebody new brings links for which a post
	 * of theirs would wait.
	 * @throws NotAllowed as the edit would
	 */
	@Transactional(readOnly = true)
	public boolean bringsTooManyLinks(TopicId id, int number, Viewer editor, String words) {
		var post = post(id, number);
		mustBeEditable(post, editor);
		var topic = this.topics.get(id);
		return bringsTooManyLinks(post, editor, this.reader.readOld(topic, post.markdown()),
				this.reader.readEdited(topic, this.topics.get(post.home()), post.markdown(),
						this.mentions.kept(post.id().value()), readable(words)));
	}

	/**
	 * A post as it stands, for those who may edit it: its author, and those who run the
	 * topic.
	 * @throws NotAllowed for everybody else, and in a topic that is not open
	 */
	@Transactional(readOnly = true)
	public Editing editing(TopicId id, int number, Viewer editor) {
		mustBeWritable(this.topics.get(id), editor);
		var post = post(id, number);
		mustBeEditable(post, editor);
		return new Editing(post.markdown(), post.revision(), post.isBy(editor));
	}

	/**
	 * Quotes a post in Markdown, with a line that points to it; empty where its words are
	 * not shown.
	 */
	@Transactional(readOnly = true)
	public String quote(TopicId topic, int number) {
		var post = post(topic, number);
		if (post.state() != PostState.PUBLISHED) {
			return "";
		}
		var lines = post.markdown().strip().lines().map((line) -> line.isBlank() ? ">" : "> " + line);
		return lines.collect(Collectors.joining("\n")) + "\n>\n> #" + number + "\n\n";
	}

	/** How a post begins; empty where its words are not shown. */
	@Transactional(readOnly = true)
	public Optional<ExcerptView> excerpt(TopicId topic, int number) {
		return this.sql.sql("""
				select p.number, author.name as author, p.excerpt as text
				from post p join post_author author on author.post_id = p.id
				where p.topic_id = ? and p.number = ? and p.state = 'PUBLISHED'""")
			.params(topic.value(), number)
			.query(ExcerptView.class)
			.optional();
	}

	/** How the newest reply to a question begins; empty where there is none. */
	@Transactional(readOnly = true)
	public Optional<ExcerptView> newest(TopicId topic, QuestionNumber question) {
		return this.sql
			.sql("""
					select p.number, author.name as author,
					       coalesce((select part.excerpt from post_part part join question spoken on spoken.id = part.question_id
					                 where part.post_id = p.id and coalesce(spoken.merged_into, spoken.id) = q.id limit 1),
					                p.excerpt) as text
					from question q join post_question t on t.question_id = q.id and t.source <> 'ASKED'
					     join post p on p.id = t.post_id and p.state = 'PUBLISHED'
					     join post_author author on author.post_id = p.id
					where q.topic_id = ? and q.number = ? order by p.number desc limit 1""")
			.params(topic.value(), question.value())
			.query(ExcerptView.class)
			.optional();
	}

	/**
	 * How a post begins.
	 * @throws NotFound where its words are not shown
	 */
	@Transactional(readOnly = true)
	public ExcerptView shown(TopicId topic, int number) {
		return excerpt(topic, number).orElseThrow(() -> missing(topic, number));
	}

	/**
	 * What names a post for good.
	 * @throws NotFound where the topic has none of this number
	 */
	@Transactional(readOnly = true)
	public PostId id(TopicId topic, int number) {
		return post(topic, number).id();
	}

	/** The questions that a post addresses. */
	@Transactional(readOnly = true)
	public Set<QuestionNumber> tied(TopicId topic, int number) {
		var ties = this.ties.ofPost(post(topic, number).id()).stream().map(PostQuestion::question).toList();
		return this.questions.register(topic)
			.stream()
			.filter((question) -> ties.contains(question.id()))
			.map(QuestionView::number)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * What was guessed from the words of a post: the questions that it addresses because
	 * they were read in it.
	 */
	@Transactional(readOnly = true)
	public Guessed guessed(TopicId topic, int number) {
		var post = post(topic, number);
		var guessed = this.ties.ofPost(post.id())
			.stream()
			.filter(PostQuestion::isRecognised)
			.map(PostQuestion::question)
			.collect(Collectors.toSet());
		return new Guessed(number,
				guessed.isEmpty() ? List.of()
						: this.questions.register(topic)
							.stream()
							.filter((question) -> guessed.contains(question.id()))
							.map(QuestionView::number)
							.toList());
	}

	/** What a viewer may do with a post, for pages that offer it. */
	@Transactional(readOnly = true)
	public PostActs acts(TopicId id, int number, Viewer viewer) {
		var post = post(id, number);
		var standing = this.roles.access(id, viewer);
		var open = isWritable(this.topics.get(id), viewer);
		var taken = isTakenFrom(post, viewer);
		return new PostActs(open && post.state() == PostState.PUBLISHED, open && post.mayBeEditedBy(viewer, standing),
				open && post.mayBeWithdrawnBy(viewer), post.mayBeHiddenBy(standing),
				post.mayBeRemovedBy(standing) && !taken, post.mayBeRestoredBy(standing) && !taken,
				post.mayBeTiedBy(viewer, standing), standing.facilitates() && post.state() == PostState.PUBLISHED);
	}

	/**
	 * Changes the words of a post; the number stays, and what it was is kept. Questions
	 * that the new words name and the old ones did not are added. False when it reads so
	 * already. A facilitator’s change of somebody else’s post is a staff act.
	 * @param read the revision that the editor had before them; another since then is a
	 * conflict
	 * @param reason why, for everybody to read; empty where an author says nothing
	 * @throws NotAllowed for everybody but its author and those who run the topic, and in
	 * a topic that is not open
	 * @throws Refused where the words are none or too many, the post was edited
	 * meanwhile, a facilitator says no reason, or somebody new brings links for which a
	 * post of theirs would wait
	 */
	public boolean edit(TopicId id, int number, Viewer editor, String words, int read, String reason) {
		var topic = this.topics.get(id);
		mustBeWritable(topic, editor);
		var post = forChange(id, number);
		mustBeEditable(post, editor);
		if (post.revision() != read) {
			throw new Refused("edit.meanwhile");
		}
		if (Blank.is(reason) && !post.isBy(editor)) {
			throw new Refused("edit.no-reason").on("reason");
		}
		var before = this.reader.readOld(topic, post.markdown());
		var old = post.markdown();
		var known = this.mentions.kept(post.id().value());
		var now = this.reader.readEdited(topic, this.topics.get(post.home()), old, known, readable(words));
		if (bringsTooManyLinks(post, editor, before, now)) {
			throw new Refused("edit.new-links");
		}
		if (!post.edit(words, this.clock.instant())) {
			return false;
		}
		this.sql.sql("""
				insert into post_revision (post_id, revision, body_markdown, edited_by, edited_at, reason)
				values (:post, :revision, :old, :editor, :now, nullif(:reason, ''))""")
			.param("post", post.id().value())
			.param("revision", read)
			.param("old", old)
			.param("editor", editor.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("reason", Blank.stripped(reason))
			.update();
		show(post, now, false);
		this.mentions.keep(post.id().value(), now.meant());
		var named = members(now.meant());
		named.removeAll(members(known));
		if (!named.isEmpty() && post.state() == PostState.PUBLISHED) {
			this.events.publishEvent(new MembersNamed(post.id(), id, List.copyOf(named), this.clock.instant()));
		}
		if (number != 1) {
			tieNew(topic, post, before.questions(), now.questions());
		}
		if (!post.isBy(editor)) {
			told(editor, Act.EDIT, post, Map.of("revision", Integer.toString(read)),
					Map.of("revision", Integer.toString(post.revision())), Blank.stripped(reason));
		}
		this.events.publishEvent(new PostEdited(post.id(), id, editor.id(), now.links(), now.announced()));
		return true;
	}

	/**
	 * Takes back one’s own post: its number stays, its words are no longer shown.
	 * @throws NotAllowed for everybody but its author; for the opening; in a topic that
	 * is not open
	 */
	public void withdraw(TopicId id, int number, Viewer author) {
		mustBeWritable(this.topics.get(id), author);
		var post = forChange(id, number);
		if (!post.mayBeWithdrawnBy(author)) {
			throw new NotAllowed("withdraw post " + number);
		}
		post.withdraw(this.clock.instant());
		this.answers.release(post);
		stateChanged(post, author.id());
	}

	/**
	 * Takes a post from view, with a reason that readers see. It is pinned nowhere any
	 * more, so that its place is free.
	 * @throws NotAllowed for those who do not run the topic; for the opening
	 * @throws Overtaken where somebody has taken it from view already
	 */
	public void hide(TopicId id, int number, String reason, Viewer viewer) {
		var post = forChange(id, number);
		mustBeRemovable(post, PostState.PUBLISHED, viewer);
		var before = state(post);
		post.hide(viewer.id(), reason, this.clock.instant());
		takenFromView(post, Act.HIDE, before, reason, viewer);
	}

	/**
	 * Takes a post from view for good, with a reason that readers see; its author cannot
	 * mend it any more. One that is hidden can be removed, too.
	 * @param stood as it was looked at; null for any
	 * @throws NotAllowed for those who do not run the topic; for the opening
	 * @throws Overtaken where it stands differently by now
	 */
	public void remove(TopicId id, int number, String reason, @Nullable PostState stood, Viewer viewer) {
		var post = forChange(id, number);
		mustBeRemovable(post, stood, viewer);
		var before = state(post);
		post.remove(viewer.id(), reason, this.clock.instant());
		takenFromView(post, Act.REMOVE, before, reason, viewer);
	}

	/**
	 * What of hiding and removing a post is left to do.
	 * @param stood as it was looked at; null for any
	 * @throws NotAllowed as removing it
	 * @throws Overtaken as removing it
	 */
	@Transactional(readOnly = true)
	public PostActs removable(TopicId id, int number, @Nullable PostState stood, Viewer viewer) {
		mustBeRemovable(post(id, number), stood, viewer);
		return acts(id, number, viewer);
	}

	/**
	 * Shows a hidden or removed post again.
	 * @param reason for the log; null where none is given
	 * @param stood as it was looked at; null for any
	 * @throws NotAllowed for those who do not run the topic, and for its author where
	 * somebody else took it from view
	 * @throws Overtaken where it stands differently by now
	 */
	public void restore(TopicId id, int number, @Nullable String reason, @Nullable PostState stood, Viewer viewer) {
		var post = forChange(id, number);
		var standing = this.roles.access(id, viewer);
		standing.mustFacilitate("restore post " + number);
		if (!post.mayBeRestoredBy(standing) || (stood != null && stood != post.state())) {
			throw meanwhile(post, viewer);
		}
		if (isTakenFrom(post, viewer)) {
			throw new NotAllowed("show one’s own post " + number + " again", "hide.own");
		}
		var before = state(post);
		post.restore(viewer.id(), this.clock.instant());
		told(viewer, Act.RESTORE, post, before, state(post), reason);
		stateChanged(post, viewer.id());
	}

	/**
	 * Says anew which questions a post addresses. What was confirmed or pinned where it
	 * stays tied stays so.
	 * @throws NotAllowed for everybody but its author and those who run the topic
	 * @throws Refused where a question is not one of this topic
	 */
	public void tie(TopicId id, int number, Set<QuestionNumber> wanted, Viewer viewer) {
		var post = forChange(id, number);
		var standing = this.roles.access(id, viewer);
		if (!post.mayBeTiedBy(viewer, standing)) {
			throw new NotAllowed("tie post " + number);
		}
		var register = register(this.topics.get(id));
		var target = new LinkedHashSet<QuestionId>();
		wanted.forEach((one) -> target.add(id(register, one)));
		var before = new LinkedHashSet<>(this.answers.addressed(post));
		// A withdrawn question cannot be chosen, so what addressed it still does.
		var choice = register.values().stream().map(QuestionView::id).collect(Collectors.toSet());
		before.stream().filter((question) -> !choice.contains(question)).forEach(target::add);
		var touched = new LinkedHashSet<>(before);
		touched.addAll(target);
		this.answers.hold(touched);
		var gone = before.stream().filter((question) -> !target.contains(question)).toList();
		this.ties.ofPost(post.id()).stream().filter((tie) -> gone.contains(tie.question())).forEach(this.ties::delete);
		this.dismissed.remember(post.id(), gone, viewer.id());
		this.dismissed.forget(post.id(), target);
		target.stream()
			.filter((question) -> !before.contains(question))
			.forEach((question) -> this.ties.save(new PostQuestion(post.id(), question,
					viewer.is(post.author()) ? PostQuestionSource.CHOSEN : PostQuestionSource.STAFF,
					this.clock.instant())));
		if (!before.equals(target)) {
			told(viewer, Act.LINK, post, Map.of("questions", before.toString()),
					Map.of("questions", target.toString()));
		}
		this.answers.closeRanks(before);
		this.answers.settle(touched);
	}

	/**
	 * Says that a post does not address a question after all; its words are never taken
	 * for it again. False where it did not.
	 * @throws NotAllowed for everybody but its author and those who run the topic
	 */
	public boolean untie(TopicId topic, int number, QuestionNumber question, Viewer viewer) {
		var tied = new LinkedHashSet<>(tied(topic, number));
		var was = tied.remove(question);
		tie(topic, number, tied, viewer);
		if (!was) {
			this.dismissed.remember(post(topic, number).id(), List.of(this.questions.get(topic, question).id()),
					viewer.id());
		}
		return was;
	}

	/**
	 * Writes the HTML of a post again, from its words and from whom they meant: after a
	 * placeholder was claimed, or a name has changed.
	 */
	public void refresh(PostId id) {
		var post = this.posts.byId(id.value()).orElseThrow(() -> new NotFound("post " + id));
		Map<String, MentionTarget> meant = this.mentions.kept(id.value());
		var again = this.reader.readAgain(this.topics.get(post.home()), post.markdown(), meant);
		show(post, again, false);
	}

	/**
	 * Takes the words out of posts, in every form that they ever had: their author left
	 * and wishes so. Their places stay, and what others replied. Replies are emptied all
	 * at once: somebody may have written thousands.
	 * @param author who left
	 * @param line that stands in the place of a topic’s opening
	 */
	void erase(List<PostId> ids, MemberId author, String line) {
		var all = ids.stream().map(PostId::value).toArray(Long[]::new);
		for (var revisions : List.of("post_revision", "held_revision")) {
			this.sql
				.sql("update " + revisions + " set body_markdown = '' where post_id = any(cast(:posts as bigint[]))")
				.param("posts", all)
				.update();
		}
		this.links.erase(all);
		this.mentions.forget(all);
		this.sql.sql("select id from post where id = any(cast(:posts as bigint[])) and (number = 1 or number is null)")
			.param("posts", all)
			.query((row, number) -> new PostId(row.getLong("id")))
			.list()
			.forEach((id) -> eraseOpeningOrHeld(id, author, line));
		eraseReplies(all);
	}

	private void eraseOpeningOrHeld(PostId id, MemberId author, String line) {
		var post = this.posts.byId(id.value()).orElseThrow(() -> new NotFound("post " + id));
		post.erase(author, line, this.clock.instant());
		var nothing = this.reader.readAgain(this.topics.get(post.home()), post.markdown(), Map.of());
		show(post, nothing, false);
		this.events.publishEvent(new PostEdited(id, post.topicId(), author, List.of(), List.of()));
	}

	private void eraseReplies(Long[] ids) {
		this.sql.sql("select id from post where id = any(cast(:posts as bigint[])) order by id for no key update")
			.param("posts", ids)
			.query(Long.class)
			.list();
		var tied = this.answers.releaseAll(ids);
		var erased = this.sql.sql("""
				update post set body_markdown = '', body_html = '', excerpt = '', renderer_version = :renderer,
				  version = version + 1, state = case state when 'PUBLISHED' then 'WITHDRAWN' else state end,
				  state_by = case state when 'PUBLISHED' then null else state_by end,
				  state_reason = case state when 'PUBLISHED' then null else state_reason end,
				  state_at = case state when 'PUBLISHED' then cast(:now as timestamptz) else state_at end
				where id = any(cast(:posts as bigint[])) and number > 1 returning id
				""")
			.param("renderer", Post.RENDERER)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("posts", ids)
			.query((row, number) -> new PostId(row.getLong("id")))
			.list();
		this.answers.settle(tied);
		if (!erased.isEmpty()) {
			this.events.publishEvent(new PostsErased(erased));
		}
	}

	/**
	 * A draft is written by those who run it, a locked topic by nobody.
	 * @throws NotAllowed for everybody else
	 */
	@Transactional(readOnly = true)
	public void mustBeWritable(TopicView topic, Viewer author) {
		if (!isWritable(topic, author)) {
			var locked = topic.state() == TopicState.LOCKED;
			throw new NotAllowed("write in topic " + topic.slug(), locked ? "lock.closed" : null,
					locked ? "lock.closed.kept" : null);
		}
	}

	private boolean isWritable(TopicView topic, Viewer author) {
		return switch (topic.state()) {
			case OPEN -> author.isMember();
			case DRAFT -> this.roles.access(topic.id(), author).facilitates();
			case LOCKED, MERGED -> false;
		};
	}

	private Post write(TopicView topic, Viewer author, Reply reply, ReadWords read, boolean held) {
		var parent = (reply.to() != null) ? parent(topic, reply.to()) : null;
		var register = register(topic);
		var addressed = addressed(reply, read.questions(), register);
		var post = held ? hold(topic, author, parent, reply, read)
				: publish(topic, author, parent, reply.words(), read, reply.asks());
		if (reply.proposes() != null) {
			this.proposals.propose(post, reply.proposes());
		}
		addressed.forEach((number, proposed) -> {
			var tie = new PostQuestion(post.id(), id(register, number),
					proposed.recognised() ? PostQuestionSource.RECOGNISED : PostQuestionSource.CHOSEN,
					this.clock.instant());
			if (proposed.answers()) {
				tie.offer();
			}
			this.ties.save(tie);
		});
		chooseLinks(post, topic, reply, read, addressed.keySet());
		this.dismissed.remember(post.id(),
				reply.seen()
					.stream()
					.filter((number) -> register.containsKey(number) && !addressed.containsKey(number))
					.map((number) -> id(register, number))
					.toList(),
				author.id());
		var questions = addressed.keySet().stream().map((number) -> id(register, number)).collect(Collectors.toSet());
		if (this.roles.access(topic.id(), author).facilitates()) {
			this.answers.confirmOwn(post, author);
		}
		else if (!held) {
			this.answers.settle(questions);
		}
		return post;
	}

	/** How its words look, and what they say to which question. */
	public void show(Post post, ReadWords read, boolean isNew) {
		post.rendered(read.html(), read.text());
		if (isNew) {
			this.posts.save(post);
		}
		this.links.keep(post, read.parts(), isNew);
	}

	/** Only what differs from what the words say by themselves is a choice. */
	private void chooseLinks(Post post, TopicView topic, Reply reply, ReadWords read, Set<QuestionNumber> tied) {
		var chosen = new LinkedHashMap<String, Set<QuestionNumber>>();
		var spoken = read.parts().links();
		read.links().stream().map(Link::address).forEach((address) -> {
			var ticked = reply.serves().get(PostLinks.key(address));
			var own = PostLinks.unlessChosen(tied, spoken.getOrDefault(address, Set.of()));
			if (ticked != null && !own.equals(kept(ticked, tied))) {
				chosen.put(address, kept(ticked, tied));
			}
		});
		this.links.choose(post.id(), topic.id(), chosen);
	}

	private static Set<QuestionNumber> kept(Set<QuestionNumber> ticked, Set<QuestionNumber> tied) {
		var kept = new TreeSet<>(ticked);
		kept.retainAll(tied);
		return kept;
	}

	/** Where they could serve different questions, that is. */
	private static List<Preview.Served> served(Reply reply, ReadWords read, Set<QuestionNumber> tied) {
		if (tied.size() < 2) {
			return List.of();
		}
		var spoken = read.parts().links();
		return read.links().stream().limit(PostLinks.MOST).map((link) -> {
			var key = PostLinks.key(link.address());
			var ticked = reply.serves().get(key);
			return new Preview.Served(key, link.text(), link.address(), (ticked != null) ? kept(ticked, tied)
					: PostLinks.unlessChosen(tied, spoken.getOrDefault(link.address(), Set.of())));
		}).toList();
	}

	private Post publish(TopicView topic, Viewer author, @Nullable Post parent, String words, ReadWords read,
			boolean asks) {
		var number = this.numbering.next(topic.id(), author.id());
		var post = new Post(topic.id(), number, author.id(), (parent != null) ? parent.id() : null, words,
				this.clock.instant());
		show(post, read, true);
		this.mentions.keep(post.id().value(), read.meant());
		this.events
			.publishEvent(new PostPublished(post.id(), topic.id(), author.id(), read.links(), read.announced(), asks));
		this.events
			.publishEvent(new PostAppeared(post.id(), topic.id(), author.id(), author.id(), this.clock.instant()));
		return post;
	}

	/** It gets its number when it is approved, and then what it cites is told. */
	private Post hold(TopicView topic, Viewer author, @Nullable Post parent, Reply reply, ReadWords read) {
		this.locks.share(topic.id());
		var post = Post.held(topic.id(), author.id(), (parent != null) ? parent.id() : null, reply.words(),
				reply.asks(), this.clock.instant());
		show(post, read, true);
		this.mentions.keep(post.id().value(), read.meant());
		return post;
	}

	/**
	 * @param author null where nobody can be called by a tick
	 */
	private Preview preview(TopicView topic, @Nullable Viewer author, Reply reply, ReadWords read) {
		var ties = List.copyOf(addressed(reply, read.questions(), register(topic)).values());
		var mentions = new ArrayList<Preview.Named>();
		read.meant().forEach((name, who) -> mentions.add(new Preview.Named(name, who.name(), who.isWaiting(), true)));
		read.plain().forEach((name, who) -> mentions.add(new Preview.Named(name, who.name(), who.isWaiting(), false)));
		mentions.sort(Comparator.comparing(Preview.Named::name));
		return new Preview(read.html(), ties, List.copyOf(mentions), read.strangers(), read.unknown(), read.more(),
				read.links(), read.refused(), read.announced(), read.plainly(), reply.asks(),
				(author != null) ? called(topic, author, reply.words(), read) : List.of(),
				served(reply, read, ties.stream().map(Preview.Proposed::number).collect(Collectors.toSet())));
	}

	/** Nobody signs to name themselves. */
	private List<Preview.Named> called(TopicView topic, Viewer author, String words, ReadWords read) {
		var mentioned = new ArrayList<>(read.meant().values());
		mentioned.addAll(read.plain().values());
		return this.reader.called(topic, words, mentioned)
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().member() == null || !author.is(one.getValue().member()))
			.map((one) -> new Preview.Named(one.getKey(), one.getValue().name(), one.getValue().isWaiting(), false))
			.sorted(Comparator.comparing(Preview.Named::name))
			.toList();
	}

	/**
	 * What a reply addresses: what was ticked, and what was read in it and not seen
	 * before.
	 */
	private static Map<QuestionNumber, Preview.Proposed> addressed(Reply reply, List<Addressed> recognised,
			Map<QuestionNumber, QuestionView> register) {
		var addressed = new LinkedHashMap<QuestionNumber, Preview.Proposed>();
		reply.questions().stream().sorted().forEach((written) -> {
			// A number that was ticked before its question joined a twin means the twin.
			var question = known(register, written);
			addressed.putIfAbsent(question.number(), new Preview.Proposed(question.number(), question.text(),
					reply.seen().contains(written), reply.offer() || reply.answers().contains(written)));
		});
		for (var one : recognised) {
			if (!reply.seen().contains(one.number()) && !addressed.containsKey(one.number())) {
				addressed.put(one.number(), new Preview.Proposed(one.number(), text(register, one.number()), true,
						reply.offer() || one.answers()));
			}
		}
		return addressed;
	}

	/**
	 * What a facilitator has let pass does not become something else: where a new post
	 * with so many links would wait, an edit brings no link that was not there. Whoever
	 * mends a hidden post is looked at before it is shown again.
	 */
	private boolean bringsTooManyLinks(Post post, Viewer editor, ReadWords before, ReadWords now) {
		var known = before.links().stream().map(Link::address).collect(Collectors.toSet());
		return post.state() == PostState.PUBLISHED && !now.links().stream().map(Link::address).allMatch(known::contains)
				&& !this.roles.access(post.topicId(), editor).facilitates()
				&& this.trust.holds(editor, now.links().size());
	}

	/** A post that has moved speaks of the numbers of another topic. */
	private void tieNew(TopicView topic, Post post, List<Addressed> before, List<Addressed> now) {
		if (post.hasMoved()) {
			return;
		}
		var register = register(topic);
		var tied = this.ties.ofPost(post.id()).stream().map(PostQuestion::question).collect(Collectors.toSet());
		tied.addAll(this.dismissed.of(post.id()));
		var known = before.stream().map(Addressed::number).collect(Collectors.toSet());
		var added = now.stream()
			.map(Addressed::number)
			.filter((number) -> !known.contains(number))
			.map((number) -> id(register, number))
			.filter((question) -> !tied.contains(question))
			.collect(Collectors.toSet());
		this.answers.hold(added);
		added.forEach((question) -> this.ties
			.save(new PostQuestion(post.id(), question, PostQuestionSource.RECOGNISED, this.clock.instant())));
		this.answers.settle(added);
	}

	private void mustBeRemovable(Post post, @Nullable PostState stood, Viewer viewer) {
		var standing = this.roles.access(post.topicId(), viewer);
		standing.mustFacilitate("hide post " + post.number());
		if (post.number() == 1) {
			throw new NotAllowed("hide the opening", "hide.opening");
		}
		if (isTakenFrom(post, viewer)) {
			throw new NotAllowed("remove one’s own post " + post.number(), "hide.own");
		}
		if (!post.mayBeRemovedBy(standing) || (stood != null && stood != post.state())) {
			throw meanwhile(post, viewer);
		}
	}

	/** Whether others took this viewer’s own post from view: others show it again. */
	private boolean isTakenFrom(Post post, Viewer viewer) {
		return (post.state() == PostState.HIDDEN || post.state() == PostState.REMOVED) && viewer.isMember()
				&& !viewer.is(post.stateBy())
				&& this.sql.sql("select exists (select from post_author where post_id = ? and member_id = ?)")
					.params(post.id().value(), viewer.id().value())
					.query(Boolean.class)
					.single();
	}

	/** Says who has brought a post into its state, and why. */
	private RuntimeException meanwhile(Post post, Viewer viewer) {
		var by = (post.state() == PostState.WITHDRAWN) ? post.author() : post.stateBy();
		if (by == null) {
			return new NotAllowed("change the state of post " + post.number());
		}
		var name = this.sql.sql("select display_name from member where id = ?")
			.param(by.value())
			.query(String.class)
			.single();
		return new Conflict("post.was." + post.state().word(), name, Objects.requireNonNull(post.stateAt()),
				Objects.requireNonNullElse(post.stateReason(), ""))
			.at("/topics/%s/posts/%s".formatted(this.topics.get(post.topicId()).slug(), post.number()))
			.byOneself(viewer.is(by));
	}

	private void takenFromView(Post post, Act act, Map<String, String> before, String reason, Viewer viewer) {
		this.answers.release(post);
		told(viewer, act, post, before, state(post), reason);
		stateChanged(post, viewer.id());
	}

	private static Map<String, String> state(Post post) {
		return Map.of("state", post.state().name());
	}

	private void stateChanged(Post post, MemberId by) {
		this.ties.flush();
		settle(post);
		this.events
			.publishEvent(new PostStateChanged(post.id(), post.topicId(), post.state(), by, this.clock.instant()));
	}

	/**
	 * Changes the words of a held post. What they were is kept, and is no part of the
	 * history that readers see. False when they read so already.
	 */
	public boolean reword(TopicView topic, Post post, String words, Viewer by) {
		var old = post.markdown();
		var revision = post.revision();
		if (!post.edit(readable(words), this.clock.instant())) {
			return false;
		}
		this.sql.sql("""
				insert into held_revision (post_id, revision, body_markdown, edited_by, edited_at)
				values (?, ?, ?, ?, ?)""")
			.params(post.id().value(), revision, old, by.id().value(), Timestamp.from(this.clock.instant()))
			.update();
		var before = this.reader.readOld(topic, old);
		var now = this.reader.readEdited(topic, this.topics.get(post.home()), old,
				this.mentions.kept(post.id().value()), words);
		show(post, now, false);
		this.mentions.keep(post.id().value(), now.meant());
		tieNew(topic, post, before.questions(), now.questions());
		return true;
	}

	/** Lets the questions of a post follow what became of it. */
	public void settle(Post post) {
		this.answers
			.settle(this.ties.ofPost(post.id()).stream().map(PostQuestion::question).collect(Collectors.toSet()));
	}

	private void told(Viewer by, Act act, Post post, Map<String, String> before, Map<String, String> after) {
		told(by, act, post, before, after, null);
	}

	private void told(Viewer by, Act act, Post post, Map<String, String> before, Map<String, String> after,
			@Nullable String reason) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.POST, post.id().value(), post.topicId().value(),
				before, after, reason));
	}

	private static Set<MemberId> members(Map<String, MentionTarget> meant) {
		return meant.values()
			.stream()
			.map(MentionTarget::member)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Post parent(TopicView topic, int number) {
		return this.posts.findByTopicIdAndNumber(topic.id(), number)
			.orElseThrow(() -> new Refused("reply.no-parent", number));
	}

	private Post post(TopicId topic, int number) {
		return this.posts.findByTopicIdAndNumber(topic, number).orElseThrow(() -> missing(topic, number));
	}

	/** Two who change the same post line up here. */
	private Post forChange(TopicId topic, int number) {
		return this.posts.forChange(topic, number).orElseThrow(() -> missing(topic, number));
	}

	private void mustBeEditable(Post post, Viewer editor) {
		if (!post.mayBeEditedBy(editor, this.roles.access(post.topicId(), editor))) {
			throw post.notEditableBy(editor);
		}
	}

	private static NotFound missing(TopicId topic, int number) {
		return new NotFound("post " + number + " of topic " + topic);
	}

	/** By every number that leads to one of them. */
	private Map<QuestionNumber, QuestionView> register(TopicView topic) {
		return this.questions.byNumber(topic.id());
	}

	private static QuestionView known(Map<QuestionNumber, QuestionView> register, QuestionNumber number) {
		var question = register.get(number);
		if (question == null) {
			throw new Refused("reply.no-question", number);
		}
		return question;
	}

	private static QuestionId id(Map<QuestionNumber, QuestionView> register, QuestionNumber number) {
		return known(register, number).id();
	}

	private static String text(Map<QuestionNumber, QuestionView> register, QuestionNumber number) {
		var question = register.get(number);
		return (question != null) ? question.text() : "";
	}

	private static String readable(String words) {
		if (Blank.is(words)) {
			throw new Refused("reply.empty");
		}
		if (words.length() > Reply.LONGEST) {
			throw new Refused("reply.too-long", words.length(), Reply.LONGEST);
		}
		return words;
	}

}
