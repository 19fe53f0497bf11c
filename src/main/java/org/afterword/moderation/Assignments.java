package org.afterword.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.afterword.kernel.Conflict;
import org.afterword.member.MemberErased;
import org.afterword.member.Viewer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * To whom rows of the desk are assigned, flag cases among them. An assignment changes
 * nothing else, and ends by the clock. Whoever calls knows that the row is there, and who
 * may.
 */
@Service
@Transactional
public class Assignments {

	/** The section of the desk with flag cases. */
	public static final String FLAGS = "FLAGS";

	/** The section of the desk with held posts. */
	public static final String HELD = "HELD";

	/** How long a row stays assigned; then anybody may assign it to themselves. */
	public static final Duration KEPT = Duration.ofMinutes(30);

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Assignments(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Assigns a row to a member, from now on for {@link #KEPT}. False where it was
	 * assigned to them before.
	 * @param section of the desk
	 * @throws Conflict where it is assigned to somebody else
	 */
	public boolean assign(String section, long row, Viewer to) {
		forgetOld();
		// Two who ask at once wait here for each other, and one of them finds it
		// assigned.
		var holder = this.sql.sql("""
				insert into assignment as a (section, row_id, member_id, assigned_at) values (:section, :row, :me, :now)
				on conflict (section, row_id) do update
				set member_id = case when a.assigned_at <= :free then :me else a.member_id end,
				    assigned_at = case when a.assigned_at <= :free or a.member_id = :me then :now else a.assigned_at end
				returning xmax = 0 as news, member_id = :me as mine, assigned_at,
				          (select display_name from member m where m.id = member_id) as name""")
			.param("section", section)
			.param("row", row)
			.param("me", to.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("free", free())
			.query((found, line) -> new Holder(found.getBoolean("news"), found.getBoolean("mine"),
					found.getString("name"), found.getTimestamp("assigned_at")))
			.single();
		if (!holder.mine()) {
			throw new Conflict("desk.assigned-to", holder.name(), holder.since().toInstant());
		}
		if (holder.news()) {
			this.events.publishEvent(new AssignmentChanged(section, row, true, to.id()));
		}
		return holder.news();
	}

	/** The current assignments of rows of one section, by their ids. */
	@Transactional(readOnly = true)
	public Map<Long, Assignment> of(String section, Collection<Long> rows, Viewer viewer) {
		var assigned = new HashMap<Long, Assignment>();
		this.sql.sql("""
				select a.row_id, m.display_name, a.member_id = :me as mine, a.assigned_at
				from assignment a join member m on m.id = a.member_id
				where a.section = :section and a.row_id = any(:rows) and a.assigned_at > :free""")
			.param("section", section)
			.param("rows", rows.toArray(Long[]::new))
			.param("me", viewer.id().value())
			.param("free", free())
			.query((row) -> {
				assigned.put(row.getLong("row_id"), new Assignment(row.getString("display_name"),
						row.getBoolean("mine"), row.getTimestamp("assigned_at").toInstant()));
			});
		return assigned;
	}

	/** Ends one’s own assignment. False where there is none. */
	public boolean unassign(String section, long row, Viewer by) {
		var ended = this.sql.sql("delete from assignment where section = ? and row_id = ? and member_id = ?")
			.params(section, row, by.id().value())
			.update() == 1;
		return ended(ended, section, row, by);
	}

	/** Ends an assignment, whoever has it. False where nobody has. */
	public boolean unassignFromAnybody(String section, long row, Viewer by) {
		var ended = this.sql.sql("delete from assignment where section = ? and row_id = ? and assigned_at > ?")
			.params(section, row, free())
			.update() == 1;
		return ended(ended, section, row, by);
	}

	/** Deletes the assignment of a row that is gone. */
	public void forget(String section, long row) {
		this.sql.sql("delete from assignment where section = ? and row_id = ?").params(section, row).update();
	}

	@EventListener
	void on(MemberErased event) {
		this.sql.sql("delete from assignment where member_id = ?").param(event.member().value()).update();
	}

	private boolean ended(boolean ended, String section, long row, Viewer by) {
		if (ended) {
			this.events.publishEvent(new AssignmentChanged(section, row, false, by.id()));
		}
		return ended;
	}

	/** Deletes what has ended, except what somebody assigns at this moment. */
	private void forgetOld() {
		this.sql.sql("""
				delete from assignment where (section, row_id) in (
				    select section, row_id from assignment where assigned_at <= ? for update skip locked)""")
			.param(free())
			.update();
	}

	/** What was assigned before is free again. */
	private Timestamp free() {
		return Timestamp.from(this.clock.instant().minus(KEPT));
	}

	private record Holder(boolean news, boolean mine, String name, Timestamp since) {

	}

}
