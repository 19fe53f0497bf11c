package org.afterword.question;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.Participants;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.claims.TopicPlaceholders;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register: what was asked in a topic, under which number, and how far it has come.
 */
@Service
@Transactional
public class Questions {

	private final QuestionRepository questions;

	private final TopicLocks locks;

	private final TopicPlaceholders placeholders;

	private final Participants participants;

	private final TopicRoles roles;

	private final JdbcClient sql;

	private final QuestionHistory history;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Questions(QuestionRepository questions, TopicLocks locks, TopicPlaceholders placeholders, Participants participants,
			TopicRoles roles, JdbcClient sql, QuestionHistory history, ApplicationEventPublisher events, Clock clock) {
		this.questions = questions;
		this.locks = locks;
		this.placeholders = placeholders;
		this.participants = participants;
		this.roles = roles;
		this.sql = sql;
		this.history = history;
		this.events = events;
		this.clock = clock;
	}

	/** The questions that still stand, in the order of the register. */
	@Transactional(readOnly = true)
	public List<QuestionView> register(TopicId topic) {
		return this.sql.sql("""
				select id, number, text, status from question
				where topic_id = ? and withdrawn_at is null and merged_into is null order by position""")
			.param(topic.value())
			.query((row, line) -> new QuestionView(new QuestionId(row.getLong("id")), topic,
					new QuestionNumber(row.getString("number")), row.getString("text"),
					QuestionStatus.valueOf(row.getString("status"))))
			.list();
	}

	/**
	 * Every number that leads to a question that stands: its own, and those of twins that
	 * joined it.
	 */
	@Transactional(readOnly = true)
	public Map<QuestionNumber, QuestionView> known(TopicId topic) {
		var known = new LinkedHashMap<QuestionNumber, QuestionView>();
		this.sql.sql("""
				select known.number as known, q.id, q.number, q.text, q.status
				from question known
				join question q on q.id = coalesce(known.merged_into, known.id) and q.topic_id = known.topic_id
				where known.topic_id = ? and known.withdrawn_at is null and q.withdrawn_at is null
				  and q.merged_into is null
				order by known.position""").param(topic.value()).query((row) -> {
			known.put(new QuestionNumber(row.getString("known")),
					new QuestionView(new QuestionId(row.getLong("id")), topic,
							new QuestionNumber(row.getString("number")), row.getString("text"),
							QuestionStatus.valueOf(row.getString("status"))));
		});
		return known;
	}

	/** Questions that stand in another topic now, by the numbers that lead there. */
	@Transactional(readOnly = true)
	public Map<QuestionNumber, QuestionView> gone(TopicId topic) {
		var gone = new LinkedHashMap<QuestionNumber, QuestionView>();
		this.sql.sql("""
				select r.number as known, q.id, q.topic_id, q.number, q.text, q.status
				from question_redirect r join question q on q.id = r.question_id
				where r.topic_id = ? order by q.id""").param(topic.value()).query((row) -> {
			gone.put(new QuestionNumber(row.getString("known")),
					new QuestionView(new QuestionId(row.getLong("id")), new TopicId(row.getLong("topic_id")),
							new QuestionNumber(row.getString("number")), row.getString("text"),
							QuestionStatus.valueOf(row.getString("status"))));
		});
		return gone;
	}

	/**
	 * The words of every question by its number, joined twins too, but none withdrawn.
	 */
	@Transactional(readOnly = true)
	public Map<QuestionNumber, String> texts(TopicId topic) {
		var texts = new LinkedHashMap<QuestionNumber, String>();
		this.sql.sql("select number, text from question where topic_id = ? and withdrawn_at is null order by position")
			.param(topic.value())
			.query((row) -> {
				texts.put(new QuestionNumber(row.getString("number")), row.getString("text"));
			});
		return texts;
	}

	/**
	 * Finds a question that still stands.
	 * @throws NotFound where the topic has none of that number
	 * @throws Refused where it was withdrawn or has joined its twin
	 */
	@Transactional(readOnly = true)
	public QuestionView standing(TopicId topic, QuestionNumber number) {
		var question = question(topic, number);
		mustStand(question);
		return view(question);
	}

	/** How often its words were changed, from 1; what an edit must give back. */
	@Transactional(readOnly = true)
	public int revision(TopicId topic, QuestionNumber number) {
		return question(topic, number).revision();
	}

	/** The number that a new question would get. */
	@Transactional(readOnly = true)
	public QuestionNumber next(TopicId topic) {
		return next(topic, null, byNumber(topic));
	}

	/** The number that a part of a question would get below it. */
	@Transactional(readOnly = true)
	public QuestionNumber nextPart(TopicId topic, QuestionNumber number) {
		var register = byNumber(topic);
		return next(topic, above(question(topic, number), register.values()).number(), register);
	}

	/**
	 * Finds a question by its number.
	 * @throws NotFound where the topic has none of that number
	 */
	@Transactional(readOnly = true)
	public QuestionView get(TopicId topic, QuestionNumber number) {
		return view(question(topic, number));
	}

	/**
	 * Finds a question by what names it for good.
	 * @throws NotFound where there is none
	 */
	@Transactional(readOnly = true)
	public QuestionView get(QuestionId id) {
		return view(question(id));
	}

	/** The numbers of those that have joined a question, in the order of the register. */
	@Transactional(readOnly = true)
	public List<QuestionNumber> joinedTo(QuestionId question) {
		return this.sql.sql("select number from question where merged_into = ? order by position")
			.param(question.value())
			.query((row, line) -> new QuestionNumber(row.getString("number")))
			.list();
	}

	/** What a facilitator has said of the status of a question. */
	@Transactional(readOnly = true)
	public StatusOverride ruling(TopicId topic, QuestionNumber number) {
		return question(topic, number).ruling();
	}

	/**
	 * Takes a whole list into an empty register or behind what stands there. Who asked is
	 * a placeholder of the topic: the same initials are the same person.
	 * @throws Refused where a number is taken, a parent is missing, a text is empty or
	 * too long, or there would be too many
	 */
	public void add(TopicId topic, List<NewQuestion> list, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("add questions");
		lock(topic);
		var register = byNumber(topic);
		if (register.size() + list.size() > NewQuestion.MOST) {
			throw new Refused("ask.too-many", NewQuestion.MOST, register.size() + list.size());
		}
		var people = new HashMap<String, PlaceholderId>();
		changed(topic, list.stream().map((asked) -> put(topic, asked, register, people)).toArray(Question[]::new));
	}

	/**
	 * Adds one question, late: with the next number, or the next letter under its parent.
	 * @throws Refused as for a list
	 */
	public QuestionNumber add(TopicId topic, NewQuestion asked, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("add a question");
		lock(topic);
		var register = byNumber(topic);
		mustHaveRoom(register);
		var question = put(topic, asked, register, new HashMap<>());
		told(by, Act.ASK, question, Map.of(), Map.of("number", question.number().value()));
		changed(topic, question);
		return question.number();
	}

	/**
	 * Corrects the words of a question; its number stays, and what it was is kept. False
	 * when it reads so already.
	 * @param revision of the words that were looked at
	 * @throws Refused where the words are none or too many, or it stands no more
	 * @throws Overtaken where somebody has changed them since
	 */
	public boolean reword(TopicId topic, QuestionNumber number, String words, int revision, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("edit a question");
		var question = locked(topic, number);
		mustStand(question);
		mustBeAt(question, revision);
		var before = question.text();
		var news = question.reword(readable(words));
		if (news) {
			this.history.reworded(question.id(), before, by.id());
			told(by, Act.EDIT_QUESTION, question, Map.of("revision", Integer.toString(revision)),
					Map.of("revision", Integer.toString(question.revision())));
			changed(topic, question);
		}
		return news;
	}

	/**
	 * Makes two questions of one: it keeps its number, its replies and a part of its
	 * words; the other part is asked by the same person, with the next number or the next
	 * letter.
	 * @return the new question
	 * @throws Refused where the words are none or too many, the register is full, or the
	 * question stands no more
	 * @throws Overtaken where somebody has changed its words since
	 */
	public QuestionView split(TopicId topic, QuestionNumber number, Split split, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("split a question");
		lock(topic);
		var register = byNumber(topic);
		mustHaveRoom(register);
		var question = locked(topic, number);
		mustStand(question);
		mustBeAt(question, split.revision());
		var under = split.below() ? above(question, register.values()) : null;
		var next = next(topic, (under != null) ? under.number() : null, register);
		var part = this.questions.save(new Question(topic, next, (under != null) ? under.id() : null,
				new NewQuestion(next, null, null, readable(split.part()), null, question.askerMember()),
				question.askerPlaceholder(), question.askedAt()));
		var before = question.text();
		question.split(readable(split.left()));
		this.history.split(question.id(), before, part.id(), by.id());
		told(by, Act.SPLIT, question, Map.of("number", number.value()),
				Map.of("number", number.value(), "part", next.value()));
		changed(topic, question, part);
		return view(part);
	}

	/**
	 * Gives a question the words that it had before a part was split off. False where
	 * they were changed since, and stay.
	 */
	public boolean mend(TopicId topic, QuestionNumber number, QuestionId part, Viewer by) {
		var question = locked(topic, number);
		return this.history.beforeSplit(question.id(), part)
			.map((words) -> reword(topic, number, words, question.revision(), by))
			.orElse(false);
	}

	/**
	 * Takes a question from the register. Its number, its page and its replies stay, with
	 * the note for everybody who comes there.
	 * @throws Refused without a note, and where it has joined its twin
	 * @throws Overtaken where somebody has withdrawn it already
	 */
	public void withdraw(TopicId topic, QuestionNumber number, String note, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("withdraw a question");
		if (Blank.is(note)) {
			throw new Refused("withdraw-question.no-note");
		}
		var question = locked(topic, number);
		if (question.isWithdrawn()) {
			throw already("withdraw-question.already", question.id(), "WITHDRAWN", by, number);
		}
		mustStand(question);
		question.withdraw(Blank.stripped(note), this.clock.instant());
		this.history.withdrawn(question.id(), Blank.stripped(note), by.id());
		told(by, Act.WITHDRAW_QUESTION, question, Map.of("withdrawn", "false"), Map.of("withdrawn", "true"),
				Blank.stripped(note));
		changed(topic, question);
	}

	/** Puts a withdrawn question back into the register. False when it stands there. */
	public boolean restore(TopicId topic, QuestionNumber number, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("restore a question");
		var question = locked(topic, number);
		if (!question.isWithdrawn()) {
			return false;
		}
		question.restore();
		this.history.restored(question.id(), by.id());
		told(by, Act.RESTORE_QUESTION, question, Map.of("withdrawn", "true"), Map.of("withdrawn", "false"));
		changed(topic, question);
		return true;
	}

	/**
	 * Lets a question join its twin, to whose page its number leads from now on. The
	 * replies are the caller’s, who moves them in the same transaction.
	 * @param answered whether it has a confirmed answer to bring along
	 * @throws Refused where it is its own twin, where either stands no more, and where
	 * others have joined it
	 * @throws Overtaken where somebody has joined it with another question
	 */
	public Joined join(TopicId topic, QuestionNumber number, QuestionNumber twin, Predicate<QuestionId> answered,
			Viewer by) {
		this.roles.access(topic, by).mustFacilitate("join questions");
		if (number.equals(twin)) {
			throw new Refused("duplicate.itself", number);
		}
		lock(topic);
		lock(topic, List.of(number, twin));
		var question = locked(topic, number);
		var other = this.questions.findByTopicIdAndNumber(topic, twin)
			.orElseThrow(() -> new Refused("reply.no-question", twin));
		if (other.id().equals(question.twin())) {
			return new Joined(question.id(), other.id(), false);
		}
		if (question.twin() != null) {
			throw already("duplicate.already", question.id(), "JOINED", by, number, number(question.twin()));
		}
		mustStand(question);
		mustStand(other);
		var joined = joinedTo(question.id());
		if (!joined.isEmpty()) {
			throw new Refused("duplicate.chain", number, joined.getFirst(), twin);
		}
		var ruled = other.ruled();
		var live = other.hearLive(question);
		if (answered.test(question.id())) {
			other.answered();
		}
		question.join(other.id());
		this.sql.sql("""
				insert into joined_question (question_id, twin_id, ruling_before, gave_live, joined_by, joined_at)
				values (:question, :twin, :ruled, :live, :by, :now)""")
			.param("question", question.id().value())
			.param("twin", other.id().value())
			.param("ruled", (ruled != null) ? ruled.name() : null)
			.param("live", live)
			.param("by", by.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		// A member who voted for both counts once; what came along is known by its time.
		this.sql.sql("""
				insert into question_vote (question_id, member_id, voted_at)
				select :twin, member_id, voted_at from question_vote where question_id = :question
				on conflict (question_id, member_id) do nothing""")
			.param("question", question.id().value())
			.param("twin", other.id().value())
			.update();
		this.history.joined(question.id(), other.id(), by.id());
		told(by, Act.JOIN, question, Map.of("number", number.value()), Map.of("twin", twin.value()));
		this.events.publishEvent(new QuestionJoined(question.id(), other.id(), topic));
		return new Joined(question.id(), other.id(), true);
	}

	/**
	 * Lets a question stand by itself again. The caller moves its replies back.
	 * @return the two; no news where it stands by itself
	 */
	public Joined part(TopicId topic, QuestionNumber number, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("part questions");
		lock(topic);
		lock(topic, twins(topic, number));
		var question = locked(topic, number);
		var twin = question.twin();
		if (twin == null) {
			return new Joined(question.id(), question.id(), false);
		}
		var other = question(twin);
		question.part();
		this.sql.sql("select ruling_before, gave_live from joined_question where question_id = ?")
			.param(question.id().value())
			.query((row) -> {
				var ruling = row.getString("ruling_before");
				other.forget(row.getBoolean("gave_live"), (ruling != null) ? QuestionStatus.valueOf(ruling) : null);
			});
		this.sql.sql("delete from joined_question where question_id = ?").param(question.id().value()).update();
		this.sql.sql("""
				delete from question_vote there using question_vote own
				where there.question_id = :twin and own.question_id = :question and there.member_id = own.member_id
				  and there.voted_at = own.voted_at""")
			.param("question", question.id().value())
			.param("twin", twin.value())
			.update();
		this.history.parted(question.id(), twin, by.id());
		told(by, Act.PART, question, Map.of("twin", other.number().value()), Map.of("number", number.value()));
		this.events.publishEvent(new QuestionParted(question.id(), twin, topic));
		changed(topic, question);
		return new Joined(question.id(), twin, true);
	}

	/**
	 * Whether this viewer asked it: as a member, or as the placeholder that they claimed.
	 */
	@Transactional(readOnly = true)
	public boolean wasAskedBy(QuestionId id, Viewer viewer) {
		if (!viewer.isMember()) {
			return false;
		}
		var question = question(id);
		var placeholder = question.askerPlaceholder();
		return question.wasAskedBy(viewer.id()) || (placeholder != null && isClaimedBy(placeholder, viewer.id()));
	}

	/**
	 * Lets questions follow what the conversation now says of them. The caller holds
	 * them, and then counts after its own change, inside its transaction.
	 * @param tally by question
	 * @see #hold(Collection)
	 * @param confirmed the questions that have just got a confirmed answer
	 */
	public void settle(Map<QuestionId, Tally> tally, Predicate<QuestionId> confirmed) {
		if (tally.isEmpty()) {
			return;
		}
		var ids = tally.keySet().stream().map(QuestionId::value).toList();
		for (var question : this.questions.lockedByIds(ids)) {
			if (confirmed.test(question.id())) {
				question.answered();
			}
			settle(question, tally.getOrDefault(question.id(), Tally.NONE), null);
		}
	}

	/**
	 * Holds a question until this transaction ends, so that whoever changes it next sees
	 * what became of it.
	 * @throws NotFound where the topic has none of that number
	 */
	public QuestionId hold(TopicId topic, QuestionNumber number) {
		return locked(topic, number).id();
	}

	/**
	 * Holds questions until this transaction ends: of two who count what is said of them
	 * the second finds what the first did. Whoever holds a post or a topic as well holds
	 * that first.
	 */
	public void hold(Collection<QuestionId> questions) {
		if (!questions.isEmpty()) {
			this.questions.lockedByIds(questions.stream().map(QuestionId::value).toList());
		}
	}

	/**
	 * Sets a status by hand, or lets it follow the conversation again.
	 * @param tally what the conversation says of it
	 * @param stood the status that was looked at; null for any
	 * @throws Overtaken where it is another by now
	 */
	public void rule(TopicId topic, QuestionNumber number, StatusOverride word, Tally tally,
			@Nullable QuestionStatus stood, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("set a status");
		var question = locked(topic, number);
		mustStand(question);
		if (stood != null && stood != question.status()) {
			throw meanwhile(question.id(), by);
		}
		var before = question.standing();
		question.rule(word);
		settle(question, tally, by.id());
		told(by, Act.STATUS, question, before, question.standing(),
				(word.status() == QuestionStatus.DISMISSED) ? word.detail() : null);
	}

	/** A status that nobody has set has followed the conversation. */
	private Conflict meanwhile(QuestionId question, Viewer by) {
		return this.sql.sql("""
				select m.display_name, e.done_at, coalesce(m.id = ?, false) as own
				from question_event e left join member m on m.id = e.done_by
				where e.question_id = ? and e.act = 'STATUS' order by e.id desc limit 1""")
			.params(by.id().value(), question.value())
			.query((row, line) -> (row.getString("display_name") != null)
					? new Conflict("status.meanwhile-by", row.getString("display_name"),
							row.getTimestamp("done_at").toInstant())
						.byOneself(row.getBoolean("own"))
					: new Conflict("status.meanwhile"))
			.optional()
			.orElseGet(() -> new Conflict("status.meanwhile"));
	}

	private void settle(Question question, Tally tally, @Nullable MemberId by) {
		var before = question.status();
		if (question.settle(tally.replies(), tally.answers())) {
			this.history.settled(question.id(), before, question.status(), by);
			this.events.publishEvent(new QuestionStatusChanged(question.id(), question.topicId(), before,
					question.status(), by, this.clock.instant()));
		}
	}

	/**
	 * Takes the words out for good that a question had before a change: nothing brings
	 * them back, and a split that changed them cannot be undone. Who did it, when and why
	 * stands in their place.
	 * @param change as its history numbers it
	 * @param reason for everybody to read
	 * @throws NotAllowed for those who do not run the topic
	 * @throws NotFound where the question has no such change of its words
	 * @throws Refused where they were taken out before
	 */
	public void removeWords(TopicId topic, QuestionNumber number, long change, String reason, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("remove words of a question");
		var question = question(topic, number);
		this.history.remove(question.id(), change, reason, by.id());
		told(by, Act.REMOVE_WORDING, question, Map.of("change", Long.toString(change)), Map.of(), reason);
	}

	/**
	 * Lets only those pass who may remove these words.
	 * @see #removeWords(TopicId, QuestionNumber, long, String, Viewer)
	 */
	public void mustHaveWords(TopicId topic, QuestionNumber number, long change, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("remove words of a question");
		this.history.mustHaveWords(question(topic, number).id(), change);
	}

	private Question put(TopicId topic, NewQuestion asked, Map<QuestionNumber, Question> register,
			Map<String, PlaceholderId> people) {
		var parent = (asked.under() != null) ? register.get(asked.under()) : null;
		if (asked.under() != null && parent == null) {
			throw new Refused("ask.no-parent", asked.under());
		}
		var number = (asked.number() != null) ? asked.number() : next(topic, asked.under(), register);
		if (register.containsKey(number) || (asked.number() != null && gone(topic).containsKey(number))) {
			throw new Refused("ask.number-taken", number);
		}
		var who = asked.asker();
		var placeholder = (who != null && !Blank.is(who) && !Anonymity.is(who))
				? people.computeIfAbsent(who.strip(), (label) -> this.placeholders.findOrCreate(topic, label)) : null;
		if (asked.member() != null) {
			this.participants.add(topic, asked.member());
		}
		var words = new NewQuestion(number, asked.under(), asked.follows(), readable(asked.text()), who,
				asked.member());
		var question = this.questions.save(new Question(topic, number, (parent != null) ? parent.id() : null, words,
				placeholder, this.clock.instant()));
		register.put(number, question);
		return question;
	}

	private QuestionNumber next(TopicId topic, @Nullable QuestionNumber under, Map<QuestionNumber, Question> register) {
		var known = new HashSet<>(register.keySet());
		known.addAll(gone(topic).keySet());
		if (under == null) {
			return QuestionNumber.of(known.stream().mapToInt(QuestionNumber::major).max().orElse(0) + 1);
		}
		var number = under.nextSub();
		while (known.contains(number)) {
			number = number.nextSub();
		}
		return number;
	}

	/**
	 * What the part of a question stands under: the question, or what that stands under.
	 */
	private static Question above(Question question, Collection<Question> register) {
		return register.stream().filter((one) -> one.id().equals(question.parentId())).findFirst().orElse(question);
	}

	private Map<QuestionNumber, Question> byNumber(TopicId topic) {
		var register = new HashMap<QuestionNumber, Question>();
		this.questions.register(topic).forEach((question) -> register.put(question.number(), question));
		return register;
	}

	/** Two who add at once get two numbers, and two who join find what the first did. */
	private void lock(TopicId topic) {
		this.sql.sql("select id from topic where id = ? for no key update")
			.param(topic.value())
			.query(Long.class)
			.optional();
		this.locks.share(topic);
	}

	/** Two questions are held in the order of their ids, as everywhere. */
	private void lock(TopicId topic, List<QuestionNumber> numbers) {
		this.sql
			.sql("select id from question where topic_id = :topic and number in (:numbers) order by id "
					+ "for no key update")
			.param("topic", topic.value())
			.param("numbers", numbers.stream().map(QuestionNumber::value).toList())
			.query(Long.class)
			.list();
	}

	/** A question, and the one that it has joined. */
	private List<QuestionNumber> twins(TopicId topic, QuestionNumber number) {
		return this.sql.sql("""
				select twin.number from question q join question twin on twin.id in (q.id, q.merged_into)
				where q.topic_id = ? and q.number = ?""")
			.params(topic.value(), number.value())
			.query((row, line) -> new QuestionNumber(row.getString(1)))
			.list();
	}

	/** As it is once whoever holds it is done. */
	private Question locked(TopicId topic, QuestionNumber number) {
		return this.questions.lockedByNumber(topic, number)
			.orElseThrow(() -> new NotFound("question " + number + " of topic " + topic));
	}

	private void mustStand(Question question) {
		if (question.isWithdrawn()) {
			throw new Refused("question.stands-not", question.number());
		}
		if (question.twin() != null) {
			throw new Refused("question.is-joined", question.number(), number(question.twin()));
		}
	}

	private static void mustBeAt(Question question, int revision) {
		if (question.revision() != revision) {
			throw new Conflict("ask.meanwhile", question.number());
		}
	}

	private static void mustHaveRoom(Map<QuestionNumber, Question> register) {
		if (register.size() >= NewQuestion.MOST) {
			throw new Refused("ask.too-many", NewQuestion.MOST, register.size() + 1);
		}
	}

	private QuestionNumber number(QuestionId id) {
		return question(id).number();
	}

	/** Says who did it last, after what else the sentence names. */
	private Conflict already(String key, QuestionId question, String act, Viewer by, QuestionNumber... numbers) {
		var last = this.sql.sql("""
				select m.id, m.display_name from question_event e join member m on m.id = e.done_by
				where e.question_id = ? and e.act = ? order by e.id desc limit 1""")
			.params(question.value(), act)
			.query((row, line) -> Map.entry(new MemberId(row.getLong("id")), row.getString("display_name")))
			.optional();
		return new Conflict(key,
				Stream.concat(Stream.of(numbers), Stream.of(last.map(Map.Entry::getValue).orElse(""))).toArray())
			.byOneself(last.isPresent() && by.is(last.get().getKey()));
	}

	private void changed(TopicId topic, Question... questions) {
		this.events.publishEvent(new QuestionsChanged(topic, Stream.of(questions).map(Question::id).toList()));
	}

	private void told(Viewer by, Act act, Question question, Map<String, String> before, Map<String, String> after) {
		told(by, act, question, before, after, null);
	}

	private void told(Viewer by, Act act, Question question, Map<String, String> before, Map<String, String> after,
			@Nullable String reason) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.QUESTION, question.id().value(),
				question.topicId().value(), before, after, reason));
	}

	private static String readable(String words) {
		var text = Blank.stripped(words);
		if (text.isEmpty()) {
			throw new Refused("ask.empty");
		}
		var length = text.codePointCount(0, text.length());
		if (length > NewQuestion.LONGEST) {
			throw new Refused("ask.too-long", length, NewQuestion.LONGEST);
		}
		return text;
	}

	private boolean isClaimedBy(PlaceholderId placeholder, MemberId member) {
		return this.sql.sql("select count(*) from placeholder where id = ? and member_id = ?")
			.params(placeholder.value(), member.value())
			.query(Integer.class)
			.single() > 0;
	}

	private Question question(TopicId topic, QuestionNumber number) {
		return this.questions.findByTopicIdAndNumber(topic, number)
			.orElseThrow(() -> new NotFound("question " + number + " of topic " + topic));
	}

	private Question question(QuestionId id) {
		return this.questions.byId(id.value()).orElseThrow(() -> new NotFound("question " + id));
	}

	private static QuestionView view(Question question) {
		return new QuestionView(question.id(), question.topicId(), question.number(), question.text(),
				question.status());
	}

}
