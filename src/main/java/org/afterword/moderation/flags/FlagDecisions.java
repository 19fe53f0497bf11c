package org.afterword.moderation.flags;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import org.afterword.conversation.PostId;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.moderation.AssignmentChanged;
import org.afterword.moderation.Assignments;
import org.afterword.moderation.Staff;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deciding cases of flags, and to whom they are assigned until then. */
@Service
@Transactional
class FlagDecisions {

	private final FlagCases cases;

	private final Assignments assignments;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	FlagDecisions(FlagCases cases, Assignments assignments, JdbcClient sql, ApplicationEventPublisher events,
			Clock clock) {
		this.cases = cases;
		this.assignments = assignments;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Assigns an open case.
	 * @throws Conflict where it is assigned to somebody else, or decided
	 */
	void assign(long id, Viewer to) {
		var open = this.cases.get(id, to);
		if (!open.isOpen()) {
			throw decided(open, to);
		}
		this.assignments.assign(Assignments.FLAGS, id, to);
	}

	/** Ends the assignment of an open case. Anybody may, in case its owner is away. */
	void unassign(long id, Viewer by) {
		if (this.cases.get(id, by).isOpen()) {
			this.assignments.unassignFromAnybody(Assignments.FLAGS, id, by);
		}
	}

	/**
	 * Decides a case, and notifies those who flagged.
	 * @param outcome a message to them; empty for none
	 * @throws NotAllowed for the author of the post, and for those who flagged it
	 * @throws Conflict where somebody has decided it meanwhile
	 */
	void decide(long id, CaseState state, String outcome, Viewer by) {
		var open = this.cases.get(id, by);
		if (open.flagged() && open.isOpen()) {
			throw new NotAllowed("decide one’s own flag", "flags.yours");
		}
		if (!close(id, open.post(), state, Blank.is(outcome) ? null : Blank.stripped(outcome), by.id())) {
			throw decided(this.cases.get(id, by), by);
		}
		log(Act.DECIDE_FLAGS, id, open.post(), open.topic(), state, by.id());
	}

	/**
	 * A post that is hidden or removed was flagged rightly; its author does not decide
	 * that.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(StaffAct act) {
		if (act.act() == Act.HIDE || act.act() == Act.REMOVE) {
			this.sql.sql("""
					select c.id from flag_case c join post p on p.id = c.post_id
					where p.id = :post and c.state = 'OPEN' and """ + " " + Staff.OF_OTHERS)
				.param("post", act.subjectId())
				.param("me", act.actor().value())
				.query(Long.class)
				.optional()
				.ifPresent((id) -> close(id, new PostId(act.subjectId()), CaseState.UPHELD, null, act.actor()));
		}
	}

	/**
	 * A case has a history, so its assignments are logged; those of other rows are not.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AssignmentChanged event) {
		if (event.section().equals(Assignments.FLAGS)) {
			this.sql.sql("""
					select p.id, p.topic_id from flag_case c join post p on p.id = c.post_id
					where c.id = ? and c.state = 'OPEN'""").param(event.row()).query((row) -> {
				log(event.assigned() ? Act.ASSIGN_FLAGS : Act.UNASSIGN_FLAGS, event.row(),
						new PostId(row.getLong("id")), new TopicId(row.getLong("topic_id")), CaseState.OPEN,
						event.by());
			});
		}
	}

	private Conflict decided(FlagCase flags, Viewer by) {
		return new Conflict("flags.decided-by", Objects.requireNonNullElse(flags.closedBy(), ""),
				Objects.requireNonNull(flags.closedAt()))
			.byOneself(this.sql.sql("select closed_by = ? from flag_case where id = ?")
				.params(by.id().value(), flags.id())
				.query(Boolean.class)
				.single());
	}

	private boolean close(long id, PostId post, CaseState state, @Nullable String outcome, MemberId by) {
		var closed = this.sql.sql("""
				update flag_case set state = :state, outcome = :outcome, closed_by = :by, closed_at = :now
				where id = :id and state = 'OPEN'""")
			.param("state", state.name())
			.param("outcome", outcome)
			.param("by", by.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", id)
			.update() == 1;
		if (closed) {
			this.events.publishEvent(new FlagsDecided(id, post, by, this.clock.instant()));
		}
		return closed;
	}

	private void log(Act act, long id, PostId post, TopicId topic, CaseState state, MemberId by) {
		this.events.publishEvent(new StaffAct(by, act, Subject.POST, post.value(), topic.value(), Map.of(),
				Map.of("flags", Long.toString(id), "state", state.name())));
	}

}
