package org.afterword.conversation.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.afterword.conversation.Conversations;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Suspensions;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.Questions;
import org.afterword.topic.Candidate;
import org.afterword.topic.Participants;
import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking somebody to answer a question. That it is over is never written: the view
 * {@code open_request} finds it in what has become of the question and in what the one
 * who was asked has written.
 */
@Service
@Transactional
public class Requests {

	/** How many people may be asked the same question at a time. */
	public static final int MOST = 5;

	/** How many signs a note may have. */
	public static final int LONGEST_NOTE = 500;

	/** Nobody is called by more signs than that. */
	private static final int LONGEST_NAME = 200;

	/** How many of those who take part are offered to choose from. */
	static final int OFFERED = 200;

	private final Conversations conversations;

	private final Questions questions;

	private final QuestionStatuses statuses;

	private final Topics topics;

	private final Participants participants;

	private final TopicRoles roles;

	private final Members members;

	private final Suspensions suspensions;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Requests(Conversations conversations, Questions questions, QuestionStatuses statuses, Topics topics,
			Participants participants, TopicRoles roles, Members members, Suspensions suspensions, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.conversations = conversations;
		this.questions = questions;
		this.statuses = statuses;
		this.topics = topics;
		this.participants = participants;
		this.roles = roles;
		this.members = members;
		this.suspensions = suspensions;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Who is asked the questions of a topic, by question, the first who were asked first.
	 */
	@Transactional(readOnly = true)
	public Map<QuestionId, List<RequestView>> of(TopicId topic, Viewer viewer) {
		var requests = new LinkedHashMap<QuestionId, List<RequestView>>();
		this.sql.sql("""
				select o.id, o.question_id, o.name, o.handle, o.note, asker.display_name as asker, o.asked_at,
				       o.member_id = :me as mine
				from (select distinct on (question_id, member_id, case when member_id is null then placeholder_id end) *
				      from open_request where topic_id = :topic
				      order by question_id, member_id, case when member_id is null then placeholder_id end, id) o
				join member asker on asker.id = o.asked_by
				order by o.id""")
			.param("topic", topic.value())
			.param("me", viewer.isMember() ? viewer.id().value() : 0L)
			.query((row) -> {
				var handle = row.getString("handle");
				requests.computeIfAbsent(new QuestionId(row.getLong("question_id")), (id) -> new ArrayList<>())
					.add(new RequestView(row.getLong("id"),
							new PersonView(row.getString("name"), (handle != null) ? new Handle(handle) : null),
							row.getString("note"), row.getString("asker"), row.getTimestamp("asked_at").toInstant(),
							row.getBoolean("mine")));
			});
		return requests;
	}

	/** Who takes part in a topic, as they can be typed, with their names. */
	@Transactional(readOnly = true)
	Map<String, String> people(TopicId topic, Viewer viewer) {
		var people = new LinkedHashMap<String, String>();
		this.participants.candidates(topic)
			.stream()
			.filter((one) -> !viewer.is(one.member()))
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.limit(OFFERED)
			.forEach((one) -> people.putIfAbsent((one.handle() != null) ? "@" + one.handle() : one.name(), one.name()));
		return people;
	}

	/**
	 * Asks somebody to answer a question. False when this viewer has asked them already.
	 * @param typed a handle, with or without @, a name, or what somebody is known by in
	 * this topic
	 * @param note for everybody to read; empty for none
	 * @throws NotAllowed for those who do not run the topic, and where it is closed
	 * @throws Refused where the question is settled or stands no more, for oneself, for
	 * nobody or several of this name, who has left or may not come in, with too long a
	 * note, or where {@value #MOST} are asked already
	 * @throws Overtaken where somebody else has asked them
	 */
	public boolean ask(TopicId topic, QuestionNumber number, String typed, String note, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("ask somebody");
		this.conversations.mustBeWritable(this.topics.get(topic), by);
		if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
			throw new Refused("request.long-note", LONGEST_NOTE);
		}
		var question = locked(topic, number);
		var who = find(topic, typed, by);
		mustBeHere(who, by);
		var waiting = waiting(question);
		for (var one : waiting) {
			if (one.isOf(who)) {
				if (by.is(one.by())) {
					return false;
				}
				throw new Conflict("request.already", who.name(), one.asker(), one.at());
			}
		}
		if (waiting.size() >= MOST) {
			throw new Refused("request.too-many", MOST);
		}
		var id = this.sql.sql("""
				insert into request (question_id, member_id, placeholder_id, note, asked_by, asked_at)
				values (:question, :member, :placeholder, nullif(:note, ''), :by, :now) returning id""")
			.param("question", question.value())
			.param("member", (who.member() != null) ? who.member().value() : null)
			.param("placeholder",
					(who.member() == null && who.placeholder() != null) ? who.placeholder().value() : null)
			.param("note", Blank.stripped(note))
			.param("by", by.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
		told(by, Act.REQUEST, question, topic, Map.of(), id);
		this.events.publishEvent(new AnswerRequested(id));
		return true;
	}

	/**
	 * Takes a request back; of somebody who was asked twice, because two questions have
	 * joined or a placeholder was claimed, both. False when this viewer has done so
	 * before.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws NotFound where the question has none like this
	 * @throws Overtaken where somebody else has taken it back, or it is over
	 */
	public boolean withdraw(TopicId topic, QuestionNumber number, long id, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("take a request back");
		var question = this.statuses.lock(topic, number);
		var known = this.sql
			.sql("""
					select coalesce(m.display_name, h.label) as name, w.id as by, w.display_name as withdrawer, r.withdrawn_at
					from request r join question own on own.id = r.question_id
					left join placeholder h on h.id = r.placeholder_id
					left join member m on m.id = coalesce(r.member_id, h.member_id)
					left join member w on w.id = r.withdrawn_by
					where r.id = ? and coalesce(own.merged_into, own.id) = ?""")
			.params(id, question.value())
			.query((row, line) -> new Known(row.getString("name"), row.getObject("by", Long.class),
					row.getString("withdrawer"),
					(row.getTimestamp("withdrawn_at") != null) ? row.getTimestamp("withdrawn_at").toInstant() : null))
			.optional()
			.orElseThrow(() -> new NotFound("request " + id));
		if (known.by() != null && known.withdrawer() != null && known.at() != null) {
			if (by.is(new MemberId(known.by()))) {
				return false;
			}
			throw new Conflict("request.taken-back", known.name(), known.withdrawer(), known.at());
		}
		var waiting = waiting(question);
		var asked = waiting.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> over(question, id, known.name()));
		for (var one : waiting) {
			if (one.isLike(asked)) {
				this.sql.sql("update request set withdrawn_by = ?, withdrawn_at = ? where id = ?")
					.params(by.id().value(), Timestamp.from(this.clock.instant()), one.id())
					.update();
				told(by, Act.WITHDRAW_REQUEST, question, topic, Map.of("request", Long.toString(one.id())), null);
			}
		}
		return true;
	}

	/** Two who ask about the same question line up here. */
	private QuestionId locked(TopicId topic, QuestionNumber number) {
		this.statuses.lock(topic, number);
		var question = this.questions.active(topic, number);
		if (question.status() != QuestionStatus.OPEN && question.status() != QuestionStatus.IN_DISCUSSION) {
			throw new Refused("request.settled", number);
		}
		return question.id();
	}

	private Candidate find(TopicId topic, String typed, Viewer by) {
		var name = typed.strip();
		if (name.isEmpty()) {
			throw new Refused("request.nobody-typed");
		}
		if (name.length() > LONGEST_NAME) {
			throw new Refused("request.long-name");
		}
		var found = new LinkedHashMap<Object, Candidate>();
		if (!name.startsWith("@")) {
			this.participants.candidates(topic)
				.stream()
				.filter((one) -> isCalled(one, name))
				.forEach((one) -> found.putIfAbsent(key(one), one));
		}
		var handle = name.startsWith("@") ? name.substring(1) : name;
		if (Handle.matches(handle)) {
			this.members.find(Handle.of(handle))
				.map((one) -> new Candidate(one.id(), null, one.handle(), one.name(), null, null))
				.ifPresent((one) -> found.putIfAbsent(key(one), one));
		}
		if (found.isEmpty() && !name.startsWith("@")) {
			elsewhere(name, by).forEach((one) -> found.putIfAbsent(key(one), one));
		}
		if (found.isEmpty()) {
			throw new Refused("request.nobody", name);
		}
		if (found.size() > 1) {
			throw new Refused("request.several", name);
		}
		return found.values().iterator().next();
	}

	/**
	 * Members who do not take part here, as far as this viewer finds them in the list.
	 */
	private List<Candidate> elsewhere(String name, Viewer by) {
		return this.sql.sql("""
				select id, handle, display_name from member
				where status = 'ACTIVE' and lower(display_name) = lower(:name) and (:staff or listed <> 'STAFF')
				order by id limit 2""")
			.param("name", name)
			.param("staff", by.isFacilitator())
			.query((row, line) -> new Candidate(new MemberId(row.getLong("id")), null,
					new Handle(row.getString("handle")), row.getString("display_name"), null, null))
			.list();
	}

	private void mustBeHere(Candidate who, Viewer by) {
		if (who.member() == null) {
			return;
		}
		if (by.is(who.member())) {
			throw new Refused("request.yourself");
		}
		if (!this.members.get(who.member()).active()) {
			throw new Refused(this.members.waits(who.member()) ? "request.waits" : "request.left", who.name());
		}
		if (this.suspensions.find(who.member()).isPresent()) {
			throw new Refused("request.suspended", who.name());
		}
	}

	private List<Waiting> waiting(QuestionId question) {
		return this.sql.sql("""
				select o.id, o.member_id, o.placeholder_id, o.asked_by, asker.display_name as asker, o.asked_at
				from open_request o join member asker on asker.id = o.asked_by where o.question_id = ? order by o.id""")
			.param(question.value())
			.query((row, line) -> new Waiting(row.getLong("id"), row.getObject("member_id", Long.class),
					row.getObject("placeholder_id", Long.class), new MemberId(row.getLong("asked_by")),
					row.getString("asker"), row.getTimestamp("asked_at").toInstant()))
			.list();
	}

	/** Says who has answered meanwhile: the one who was asked, or somebody else. */
	private Conflict over(QuestionId question, long id, String name) {
		return this.sql.sql("""
				select coalesce(m.display_name, h.label) as author,
				       greatest(coalesce(p.state_at, p.written_at), pq.tied_at) as at
				from request r join post_question pq on pq.question_id = :question and pq.source <> 'ASKED'
				join post p on p.id = pq.post_id and p.state = 'PUBLISHED'
				left join placeholder h on h.id = p.author_placeholder_id
				left join member m on m.id = coalesce(p.author_member_id, h.member_id)
				where r.id = :id and greatest(coalesce(p.state_at, p.written_at), pq.tied_at) >= r.asked_at
				order by coalesce(m.display_name, h.label) <> :name, p.id desc limit 1""")
			.param("question", question.value())
			.param("id", id)
			.param("name", name)
			.query((row, line) -> new Conflict("request.answered", row.getString("author"),
					row.getTimestamp("at").toInstant()))
			.optional()
			.orElseGet(() -> new Conflict("request.over"));
	}

	private void told(Viewer by, Act act, QuestionId question, TopicId topic, Map<String, String> before,
			@Nullable Long id) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.QUESTION, question.value(), topic.value(), before,
				(id != null) ? Map.of("request", id.toString()) : Map.of()));
	}

	private static boolean isCalled(Candidate one, String name) {
		return Stream
			.of((one.handle() != null) ? one.handle().value() : "", one.name(),
					(one.label() != null) ? one.label() : "")
			.anyMatch(name::equalsIgnoreCase);
	}

	/** One member is one person, whatever they are known by. */
	private static Object key(Candidate one) {
		return (one.member() != null) ? one.member() : (one.placeholder() != null) ? one.placeholder() : one.name();
	}

	private record Known(String name, @Nullable Long by, @Nullable String withdrawer, @Nullable Instant at) {

	}

	private record Waiting(long id, @Nullable Long member, @Nullable Long placeholder, MemberId by, String asker,
			Instant at) {

		boolean isOf(Candidate who) {
			return (who.member() != null)
					? who.member().equals((this.member != null) ? new MemberId(this.member) : null)
					: who.placeholder() != null && who.placeholder()
						.equals((this.placeholder != null) ? new PlaceholderId(this.placeholder) : null);
		}

		boolean isLike(Waiting other) {
			return (this.member != null) ? this.member.equals(other.member()) : other.member() == null
					&& this.placeholder != null && this.placeholder.equals(other.placeholder());
		}

	}

}
