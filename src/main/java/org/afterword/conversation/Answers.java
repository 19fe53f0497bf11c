package org.afterword.conversation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.question.StatusOverride;
import org.afterword.question.Tally;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which replies answer which questions, and which of them stand first. */
@Service
@Transactional
public class Answers {

	/** How many answers a question may have pinned. */
	public static final int PINS = 5;

	/** How many signs the line above a pinned answer may have. */
	public static final int LONGEST_NOTE = 80;

	private final PostRepository posts;

	private final PostQuestionRepository ties;

	private final Topics topics;

	private final TopicRoles roles;

	private final Questions questions;

	private final QuestionStatuses statuses;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Answers(PostRepository posts, PostQuestionRepository ties, Topics topics, TopicRoles roles, Questions questions,
			QuestionStatuses statuses, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.ties = ties;
		this.topics = topics;
		this.roles = roles;
		this.questions = questions;
		this.statuses = statuses;
		this.sql = sql;
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
		this.statuses.lock(topic, number);
		var post = shown(topic, reply);
		if (!author.is(post.author())) {
			throw new NotAllowed("offer post " + reply);
		}
		var tie = tie(post, this.questions.active(topic, number));
		tie.offer();
		if (this.roles.access(topic, author).facilitates()) {
			confirmed(post, confirm(post, List.of(tie), author), author);
		}
	}

	/**
	 * Takes back the word that one’s own reply answers a question; what somebody has
	 * confirmed stays.
	 * @throws NotAllowed for everybody but its author, and in a topic that is locked
	 */
	public void takeBackOffer(TopicId topic, QuestionNumber number, int reply, Viewer author) {
		mustBeOpen(topic);
		this.statuses.lock(topic, number);
		var post = shown(topic, reply);
		if (!author.is(post.author())) {
			throw new NotAllowed("take back the offer of post " + reply);
		}
		tie(post, this.questions.get(topic, number)).takeBackOffer();
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
	 * Agrees that a reply answers a question; the question is then answered.
	 * @throws NotAllowed for everybody but the asker and those who run the topic
	 * @throws Refused where the reply does not address the question
	 */
	public void confirm(TopicId topic, QuestionNumber number, int reply, Viewer viewer) {
		this.statuses.lock(topic, number);
		var post = shown(topic, reply);
		mustConfirm(topic, number, viewer);
		confirmed(post, confirm(post, List.of(tie(post, this.questions.active(topic, number))), viewer), viewer);
	}

	/**
	 * No longer agrees; the status follows the conversation again. A pinned answer is
	 * unpinned as well.
	 * @throws NotAllowed for everybody but the asker and those who run the topic
	 */
	public void unconfirm(TopicId topic, QuestionNumber number, int reply, Viewer viewer) {
		this.statuses.lock(topic, number);
		var post = shown(topic, reply);
		mustConfirm(topic, number, viewer);
		var tie = tie(post, this.questions.get(topic, number));
		if (tie.isPinned()) {
			this.roles.access(topic, viewer).mustFacilitate("unpin");
		}
		var before = tie.standing();
		if (tie.unconfirm()) {
			tie.unpin();
			closeRanks(tie.question());
			told(viewer, Act.UNCONFIRM, post, before, tie.standing());
			settle(Set.of(tie.question()));
		}
	}

	/** The line above a pinned answer; empty where there is none. */
	@Transactional(readOnly = true)
	public String note(TopicId topic, QuestionNumber number, int reply) {
		var question = this.questions.get(topic, number).id();
		return this.ties.ofPost(post(topic, reply).id())
			.stream()
			.filter((tie) -> tie.question().equals(question))
			.findFirst()
			.map(PostQuestion::note)
			.orElse("");
	}

	/**
	 * Pins a reply among the answers of a question, behind those that are pinned; it then
	 * counts as confirmed. Pinned already, it gets the new note; with the same note
	 * nothing happens.
	 * @param note a short line above it; empty for none
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused where {@link #PINS} are pinned already, or the note is too long
	 */
	public void pin(TopicId topic, QuestionNumber number, int reply, String note, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("pin an answer");
		if (note.length() > LONGEST_NOTE) {
			throw new Refused("pin.note-too-long", note.length(), LONGEST_NOTE);
		}
		// Whoever takes the reply back waits, also where it does not address the question
		// yet.
		this.posts.forChange(topic, reply);
		this.statuses.lock(topic, number);
		var post = shown(topic, reply);
		if (reply == 1) {
			throw new Refused("pin.opening");
		}
		var question = this.questions.active(topic, number);
		var known = this.ties.ofPost(post.id())
			.stream()
			.filter((one) -> one.question().equals(question.id()))
			.findFirst();
		var pinned = this.ties.pinned(question.id());
		if (known.filter(PostQuestion::isPinned).isEmpty() && pinned.size() >= PINS) {
			throw new Refused("pin.too-many", PINS, numbers(question.id()));
		}
		var tie = known.orElseGet(() -> this.ties
			.save(new PostQuestion(post.id(), question.id(), PostQuestionSource.STAFF, this.clock.instant())));
		var before = tie.standing();
		var news = !tie.isPinned();
		var words = Blank.is(note) ? null : Blank.stripped(note);
		if (!news && Objects.equals(words, tie.note())) {
			return;
		}
		tie.pin(tie.isPinned() ? tie.rank() : pinned.size() + 1, words, viewer.id());
		told(viewer, Act.PIN, post, before, tie.standing());
		confirm(post, List.of(tie), viewer);
		if (news) {
			this.events
				.publishEvent(new AnswerPinned(post.id(), question.id(), topic, viewer.id(), this.clock.instant()));
		}
	}

	/**
	 * Unpins a reply; it stays a confirmed answer. False when it was not pinned.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public boolean unpin(TopicId topic, QuestionNumber number, int reply, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("unpin an answer");
		this.statuses.lock(topic, number);
		var post = post(topic, reply);
		var tie = tie(post, this.questions.get(topic, number));
		if (!tie.isPinned()) {
			return false;
		}
		var before = tie.standing();
		tie.unpin();
		closeRanks(tie.question());
		told(viewer, Act.UNPIN, post, before, tie.standing());
		return true;
	}

	/**
	 * Moves a pinned answer one place up or down. False at the end of the list.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public boolean move(TopicId topic, QuestionNumber number, int reply, boolean up, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("order the answers");
		this.statuses.lock(topic, number);
		var post = post(topic, reply);
		var tie = tie(post, this.questions.get(topic, number));
		var pinned = this.ties.pinned(tie.question());
		var place = pinned.indexOf(tie);
		var other = up ? place - 1 : place + 1;
		if (place < 0 || other < 0 || other >= pinned.size()) {
			return false;
		}
		var before = tie.standing();
		var rank = tie.rank();
		tie.rank(pinned.get(other).rank());
		pinned.get(other).rank(rank);
		told(viewer, Act.MOVE_PIN, post, before, tie.standing());
		return true;
	}

	/**
	 * Sets the status of a question by hand, or lets it follow the conversation again.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public void rule(TopicId topic, QuestionNumber number, StatusOverride word, Viewer viewer) {
		rule(topic, number, word, null, viewer);
	}

	/**
	 * The same, unless the status has become another since somebody looked.
	 * @param stood the status that was looked at; null for any
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Overtaken where it is another by now
	 */
	public void rule(TopicId topic, QuestionNumber number, StatusOverride word, @Nullable QuestionStatus stood,
			Viewer viewer) {
		var question = this.statuses.lock(topic, number);
		this.statuses.override(topic, number, word, tally(Set.of(question)).getOrDefault(question, Tally.NONE), stood,
				viewer);
	}

	/**
	 * Sets the status of several questions, of any topics: of all, or of none.
	 * @param stood the status with which they were looked at; null for any
	 * @throws NotAllowed for those who do not run all their topics
	 * @throws Overtaken where one of them has another status by now, or stands no more
	 */
	public void ruleAll(Collection<QuestionId> questions, StatusOverride word, @Nullable QuestionStatus stood,
			Viewer viewer) {
		hold(questions);
		var tallies = tally(questions);
		this.sql.sql("select id, topic_id, number from question where id in (:questions) order by id")
			.param("questions", questions.stream().map(QuestionId::value).toList())
			.query((row, line) -> new Ruled(new QuestionId(row.getLong("id")), new TopicId(row.getLong("topic_id")),
					new QuestionNumber(row.getString("number"))))
			.list()
			.forEach((one) -> this.statuses.override(one.topic(), one.number(), word,
					tallies.getOrDefault(one.question(), Tally.NONE), stood, viewer));
	}

	/** Where a question stands. */
	private record Ruled(QuestionId question, TopicId topic, QuestionNumber number) {

	}

	/**
	 * Confirms what a facilitator offers in their own reply, and lets the rest follow.
	 */
	void confirmOwn(Post post, Viewer author) {
		var all = this.ties.ofPost(post.id());
		settle(all.stream().map(PostQuestion::question).toList());
		var offered = all.stream().filter(PostQuestion::isOffered).toList();
		if (!offered.isEmpty()) {
			confirm(post, offered, author);
		}
	}

	/** A post that is taken back leaves its places among the pinned answers. */
	void release(Post post) {
		hold(addressed(post));
		var pinned = this.ties.ofPost(post.id()).stream().filter(PostQuestion::isPinned).toList();
		pinned.forEach(PostQuestion::unpin);
		closeRanks(pinned.stream().map(PostQuestion::question).toList());
	}

	/**
	 * Replies that are taken back leave their places among the pinned answers.
	 * @return the questions that those of them address which are shown
	 */
	List<QuestionId> releaseAll(Long[] posts) {
		var tied = this.sql.sql("""
				select distinct t.question_id from post_question t join post p on p.id = t.post_id
				where p.id = any(cast(:posts as bigint[])) and p.number > 1 and p.state = 'PUBLISHED'
				""").param("posts", posts).query((row, number) -> new QuestionId(row.getLong("question_id"))).list();
		hold(tied);
		closeRanks(this.sql.sql("""
				update post_question t set pin_rank = null, pin_note = null, pinned_by = null from post p
				where p.id = t.post_id and p.id = any(cast(:posts as bigint[])) and p.number > 1
				and p.state = 'PUBLISHED' and t.pin_rank is not null returning t.question_id
				""")
			.param("posts", posts)
			.query((row, number) -> new QuestionId(row.getLong("question_id")))
			.list()
			.stream()
			.distinct()
			.toList());
		return tied;
	}

	/**
	 * The questions that a post addresses. To be asked before they are held: their ties
	 * are read once they are.
	 */
	List<QuestionId> addressed(Post post) {
		this.ties.flush();
		return this.sql.sql("select question_id from post_question where post_id = ? order by question_id")
			.param(post.id().value())
			.query((row, number) -> new QuestionId(row.getLong("question_id")))
			.list();
	}

	/**
	 * Holds questions until this transaction ends, before anything is changed or counted
	 * of what addresses them. Whoever changes several holds them all at once.
	 */
	public void hold(Collection<QuestionId> questions) {
		this.ties.flush();
		this.statuses.lock(questions);
	}

	/**
	 * Lets pinned answers move up to where one was taken out. The caller holds the
	 * questions.
	 */
	public void closeRanks(Collection<QuestionId> questions) {
		questions.forEach(this::closeRanks);
	}

	/** Lets the status of questions follow what the conversation now says. */
	public void settle(Collection<QuestionId> touched) {
		settle(touched, Set.of());
	}

	/** The questions that it had not answered before. */
	private Set<QuestionId> confirm(Post post, List<PostQuestion> chosen, Viewer by) {
		var news = new HashSet<QuestionId>();
		for (var tie : chosen) {
			var before = tie.standing();
			if (tie.confirm(by.id(), this.clock.instant())) {
				news.add(tie.question());
				told(by, Act.CONFIRM, post, before, tie.standing());
			}
		}
		settle(news, news);
		return news;
	}

	private void confirmed(Post post, Set<QuestionId> news, Viewer by) {
		news.forEach((question) -> this.events
			.publishEvent(new AnswerConfirmed(post.id(), question, post.topicId(), by.id(), this.clock.instant())));
	}

	private void settle(Collection<QuestionId> touched, Set<QuestionId> confirmed) {
		if (touched.isEmpty()) {
			return;
		}
		hold(touched);
		this.statuses.recompute(tally(touched), confirmed::contains);
	}

	private Map<QuestionId, Tally> tally(Collection<QuestionId> touched) {
		var tally = new HashMap<QuestionId, Tally>();
		touched.forEach((question) -> tally.put(question, Tally.NONE));
		this.ties.flush();
		this.sql.sql("""
				select t.question_id, count(*) filter (where t.source <> 'ASKED') as replies,
				       count(*) filter (where t.answer = 'CONFIRMED') as answers
				from post_question t join post p on p.id = t.post_id
				where t.question_id in (:questions) and p.state = 'PUBLISHED'
				group by t.question_id""")
			.param("questions", touched.stream().map(QuestionId::value).toList())
			.query((row) -> {
				tally.put(new QuestionId(row.getLong("question_id")),
						new Tally(row.getInt("replies"), row.getInt("answers")));
			});
		return tally;
	}

	private void closeRanks(QuestionId question) {
		var rank = 1;
		for (var tie : this.ties.pinned(question)) {
			tie.rank(rank++);
		}
	}

	private String numbers(QuestionId question) {
		return String.join(", ",
				this.sql.sql("""
						select '#' || p.number from post_question t join post p on p.id = t.post_id
						where t.question_id = ? and t.pin_rank is not null order by t.pin_rank""")
					.param(question.value())
					.query(String.class)
					.list());
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

	private PostQuestion tie(Post post, QuestionView question) {
		return this.ties.ofPost(post.id())
			.stream()
			.filter((tie) -> tie.question().equals(question.id()))
			.findFirst()
			.orElseThrow(() -> new Refused("answer.not-linked", post.number(), question.number()));
	}

	private Post shown(TopicId topic, int number) {
		var post = post(topic, number);
		if (post.state() != PostState.PUBLISHED) {
			throw new Refused("answer.not-shown", number);
		}
		return post;
	}

	private Post post(TopicId topic, int number) {
		return this.posts.findByTopicIdAndNumber(topic, number)
			.orElseThrow(() -> new NotFound("post " + number + " of topic " + topic));
	}

	private void told(Viewer by, Act act, Post post, Map<String, String> before, Map<String, String> after) {
		this.events.publishEvent(
				new StaffAct(by.id(), act, Subject.POST, post.id().value(), post.topicId().value(), before, after));
	}

}
