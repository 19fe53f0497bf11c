package org.afterword.member;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members who are kept out for a time. */
@Service
@Transactional
public class Suspensions {

	/** Of a member {@code m}, at this moment. */
	private static final String STANDING = "suspension.member_id = m.id and until > :now and lifted_at is null";

	private final Members members;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Suspensions(Members members, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
		this.members = members;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/** The suspension that keeps a member out now. */
	@Transactional(readOnly = true)
	public Optional<Suspension> find(MemberId id) {
		return this.sql.sql("select reason, until from suspension, member m where m.id = :id and " + STANDING)
			.param("id", id.value())
			.param("now", now())
			.query((row, number) -> new Suspension(row.getString("reason"), row.getTimestamp("until").toInstant()))
			.optional();
	}

	/**
	 * Whether this viewer may suspend that member, and let them in again: facilitators
	 * members, administrators facilitators too, nobody an administrator.
	 */
	public static boolean maySuspend(Viewer by, MemberView member) {
		return by.isFacilitator() && member.active() && by.role().isAtLeast(member.role())
				&& by.role() != member.role();
	}

	/**
	 * Keeps a member out for a time, at once. Nothing they wrote disappears.
	 * @param reason for them to read
	 * @param until at most {@link Suspension#LONGEST} from now
	 * @throws NotAllowed for those who {@link #maySuspend may not}
	 * @throws Overtaken where somebody has suspended them already
	 * @throws Refused where the time is none or too long
	 */
	public void suspend(MemberId id, String reason, Instant until, Viewer by) {
		mustSuspend(id, by);
		var now = this.clock.instant();
		if (!until.isAfter(now) || until.isAfter(now.plus(Suspension.LONGEST))) {
			throw new Refused("suspend.bad-time");
		}
		hold(id);
		overtaken("suspend.already", "suspended_by", "suspended_at", STANDING, id, by).ifPresent((one) -> {
			throw one;
		});
		this.sql.sql("""
				insert into suspension (member_id, reason, suspended_by, suspended_at, until)
				values (:id, :reason, :by, :now, :until)""")
			.param("id", id.value())
			.param("reason", reason)
			.param("by", by.id().value())
			.param("now", now())
			.param("until", Timestamp.from(until))
			.update();
		this.events.publishEvent(new StaffAct(by.id(), Act.SUSPEND, StaffAct.Subject.MEMBER, id.value(), null, Map.of(),
				Map.of("until", until.toString()), reason));
	}

	/**
	 * Lets a suspended member in again before its end. False when they were not
	 * suspended.
	 * @throws NotAllowed for those who {@link #maySuspend may not}
	 * @throws Overtaken where somebody else has let them in before its end
	 */
	public boolean lift(MemberId id, Viewer by) {
		mustSuspend(id, by);
		hold(id);
		var until = find(id).map(Suspension::until);
		if (until.isEmpty()) {
			overtaken("suspend.lifted-by", "lifted_by", "lifted_at",
					"suspension.member_id = m.id and until > :now and lifted_by <> " + by.id().value(), id, by)
				.ifPresent((one) -> {
					throw one;
				});
		}
		until.ifPresent((end) -> {
			this.sql
				.sql("update suspension set lifted_by = :by, lifted_at = :now from member m where m.id = :id and "
						+ STANDING)
				.param("by", by.id().value())
				.param("id", id.value())
				.param("now", now())
				.update();
			this.events.publishEvent(new StaffAct(by.id(), Act.LIFT, StaffAct.Subject.MEMBER, id.value(), null,
					Map.of("until", end.toString()), Map.of()));
		});
		return until.isPresent();
	}

	/** Two who suspend the same member, or let them in, line up here. */
	private void hold(MemberId id) {
		this.sql.sql("select id from member where id = ? for no key update")
			.param(id.value())
			.query(Long.class)
			.single();
	}

	private Optional<Conflict> overtaken(String key, String by, String at, String which, MemberId id, Viewer viewer) {
		return this.sql
			.sql("select b.id, b.display_name, " + at + " as at, reason, m.handle from suspension "
					+ "join member b on b.id = " + by + ", member m where m.id = :id and " + which
					+ " order by suspension.id desc limit 1")
			.param("id", id.value())
			.param("now", now())
			.query((row,
					line) -> new Conflict(key, row.getString("display_name"), row.getTimestamp("at").toInstant(),
							row.getString("reason"))
						.at("/members/" + row.getString("handle"))
						.byOneself(viewer.is(new MemberId(row.getLong("id")))))
			.optional();
	}

	private void mustSuspend(MemberId id, Viewer by) {
		if (!maySuspend(by, this.members.get(id))) {
			throw new NotAllowed("suspend member " + id);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
