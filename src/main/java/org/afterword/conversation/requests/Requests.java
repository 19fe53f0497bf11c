package org.afterword.conversation.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.Questions;
import org.afterword.topic.Candidate;
import org.afterword.topic.TopicId;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking somebody to answer a question. */
@Service
@Transactional
public class Requests {

	/** How many people may be asked the same question at a time. */
	public static final int MOST = 5;

	/** How many characters a note may have. */
	public static final int LONGEST_NOTE = 500;

	private final OpenRequests open;

	private final AskedPeople people;

	private final Questions questions;

	private final QuestionStatuses statuses;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Requests(OpenRequests open, AskedPeople people, Questions questions, QuestionStatuses statuses, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.open = open;
		this.people = people;
		this.questions = questions;
		this.statuses = statuses;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks somebody to answer a question. False when this viewer has asked them already.
	 * @param typed a handle, with or without @, a name, or a label of this topic
	 * @param note for everybody to read; empty for none
	 * @throws NotAllowed for those who do not run the topic, and where it is locked
	 * @throws Refused where the question is answered, dismissed, withdrawn or merged, for
	 * oneself, for nobody or several of this name, for a member who has left or cannot
	 * sign in, with too long a note, or where {@value #MOST} are asked already
	 * @throws Conflict where somebody else has asked them
	 */
	public boolean ask(ViewedTopic topic, QuestionNumber number, String typed, String note) {
		var by = topic.viewer();
		topic.mustFacilitate("ask somebody");
		topic.mustBeWritable();
		if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
			throw new Refused("request.long-note", LONGEST_NOTE).on("note");
		}
		var question = lockOpen(topic.id(), number);
		var who = this.people.find(topic.id(), typed, by);
		var open = this.open.of(question);
		for (var one : open) {
			if (one.isOf(who)) {
				if (by.is(one.by())) {
					return false;
				}
				throw new Conflict("request.already", who.name(), one.asker(), one.at());
			}
		}
		if (open.size() >= MOST) {
			throw new Refused("request.too-many", MOST).on("who");
		}
		var id = add(question, who, note, by);
		log(by, Act.REQUEST, question, topic.id(), Map.of(), id);
		this.events.publishEvent(new AnswerRequested(id));
		return true;
	}

	/**
	 * Withdraws a request; of somebody who was asked twice, because two questions were
	 * merged or a placeholder was claimed, both. False when this viewer has done so
	 * before.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws NotFound where the question has none like this
	 * @throws Conflict where somebody else has withdrawn it, or it is over
	 */
	public boolean withdraw(ViewedTopic topic, QuestionNumber number, long id) {
		var by = topic.viewer();
		topic.mustFacilitate("take a request back");
		var question = this.statuses.lock(topic.id(), number);
		var known = known(question, id);
		if (known.withdrawn() != null) {
			if (by.is(known.withdrawn().by())) {
				return false;
			}
			throw new Conflict("request.cancelled", known.name(), known.withdrawn().name(), known.withdrawn().at());
		}
		var open = this.open.of(question);
		var asked = open.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> this.open.over(question, id, known.name()));
		for (var one : open) {
			if (one.isLike(asked)) {
				this.sql.sql("update request set withdrawn_by = ?, withdrawn_at = ? where id = ?")
					.params(by.id().value(), Timestamp.from(this.clock.instant()), one.id())
					.update();
				log(by, Act.WITHDRAW_REQUEST, question, topic.id(), Map.of("request", Long.toString(one.id())), null);
			}
		}
		return true;
	}

	/** Of two who ask about the same question, the second waits for the first. */
	private QuestionId lockOpen(TopicId topic, QuestionNumber number) {
		this.statuses.lock(topic, number);
		var question = this.questions.active(topic, number);
		if (question.status() != QuestionStatus.OPEN && question.status() != QuestionStatus.IN_DISCUSSION) {
			throw new Refused("request.not-open", number).on("who");
		}
		return question.id();
	}

	private long add(QuestionId question, Candidate who, String note, Viewer by) {
		var isMember = who.member() != null;
		return this.sql.sql("""
				insert into request (question_id, member_id, placeholder_id, note, asked_by, asked_at)
				values (:question, :member, :placeholder, nullif(:note, ''), :by, :now) returning id""")
			.param("question", question.value())
			.param("member", (who.member() != null) ? who.member().value() : null)
			.param("placeholder", (!isMember && who.placeholder() != null) ? who.placeholder().value() : null)
			.param("note", Blank.stripped(note))
			.param("by", by.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
	}

	private Known known(QuestionId question, long id) {
		return this.sql
			.sql("""
					select coalesce(m.display_name, h.label) as name, w.id as by, w.display_name as withdrawer, r.withdrawn_at
					from request r join question own on own.id = r.question_id
					left join placeholder h on h.id = r.placeholder_id
					left join member m on m.id = coalesce(r.member_id, h.member_id)
					left join member w on w.id = r.withdrawn_by
					where r.id = ? and coalesce(own.merged_into, own.id) = ?""")
			.params(id, question.value())
			.query((row, line) -> {
				var at = row.getTimestamp("withdrawn_at");
				return new Known(row.getString("name"), (at != null)
						? new Withdrawn(new MemberId(row.getLong("by")), row.getString("withdrawer"), at.toInstant())
						: null);
			})
			.optional()
			.orElseThrow(() -> new NotFound("request " + id));
	}

	private void log(Viewer by, Act act, QuestionId question, TopicId topic, Map<String, String> before,
			@Nullable Long id) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.QUESTION, question.value(), topic.value(), before,
				(id != null) ? Map.of("request", id.toString()) : Map.of()));
	}

	/**
	 * @param name of the one who is asked
	 * @param withdrawn null where it is not
	 */
	private record Known(String name, @Nullable Withdrawn withdrawn) {
	}

	private record Withdrawn(MemberId by, String name, Instant at) {
	}

}
