package org.afterword.member.suspension;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.MemberErased;
import org.afterword.member.MemberId;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.StaffAct;
import org.afterword.member.Viewer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members who may not sign in for a time. */
@Service
@Transactional
public class Suspensions {

	/** The suspension of a member {@code m} at {@code :now}. */
	private static final String CURRENT = "suspension.member_id = m.id and until > :now and lifted_at is null";

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

	/** The suspension that a member is under now. */
	@Transactional(readOnly = true)
	public Optional<Suspension> find(MemberId id) {
		return this.sql.sql("select reason, until from suspension, member m where m.id = :id and " + CURRENT)
			.param("id", id.value())
			.param("now", now())
			.query((row, number) -> new Suspension(row.getString("reason"), row.getTimestamp("until").toInstant()))
			.optional();
	}

	/**
	 * Whether this viewer may suspend that member, and lift a suspension: facilitators
	 * members, administrators facilitators too, nobody an administrator.
	 */
	public static boolean maySuspend(Viewer by, MemberView member) {
		return by.isFacilitator() && member.active() && by.role().isAtLeast(member.role())
				&& by.role() != member.role();
	}

	/**
	 * Suspends a member for a time, at once. Nothing they wrote disappears.
	 * @param reason for them to read
	 * @param until at most {@link Suspension#LONGEST} from now
	 * @throws NotAllowed for those who {@link #maySuspend may not}
	 * @throws Conflict if somebody has suspended them already
	 * @throws Refused if the time is over already, or too long
	 */
	public void suspend(MemberId id, String reason, Instant until, Viewer by) {
		mustSuspend(id, by);
		var now = this.clock.instant();
		if (!until.isAfter(now) || until.isAfter(now.plus(Suspension.LONGEST))) {
			throw new Refused("suspend.bad-time");
		}
		lock(id);
		conflictIf("suspend.already", "suspended_by", "suspended_at", CURRENT, id, by);
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
	 * Lifts a suspension before its end.
	 * @return false if they were not suspended
	 * @throws NotAllowed for those who {@link #maySuspend may not}
	 * @throws Conflict if somebody else has lifted it
	 */
	public boolean lift(MemberId id, Viewer by) {
		mustSuspend(id, by);
		lock(id);
		var until = find(id).map(Suspension::until);
		if (until.isEmpty()) {
			conflictIf("suspend.lifted-by", "lifted_by", "lifted_at",
					"suspension.member_id = m.id and until > :now and lifted_by <> " + by.id().value(), id, by);
		}
		until.ifPresent((end) -> {
			this.sql
				.sql("update suspension set lifted_by = :by, lifted_at = :now from member m where m.id = :id and "
						+ CURRENT)
				.param("by", by.id().value())
				.param("id", id.value())
				.param("now", now())
				.update();
			this.events.publishEvent(new StaffAct(by.id(), Act.LIFT, StaffAct.Subject.MEMBER, id.value(), null,
					Map.of("until", end.toString()), Map.of()));
		});
		return until.isPresent();
	}

	/** Locks the member, so that acts on their suspension wait for each other. */
	private void lock(MemberId id) {
		this.sql.sql("select id from member where id = ? for no key update")
			.param(id.value())
			.query(Long.class)
			.single();
	}

	/** Throws a conflict if there is such a suspension. */
	private void conflictIf(String key, String by, String at, String which, MemberId id, Viewer viewer) {
		var conflict = this.sql
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
		if (conflict.isPresent()) {
			throw conflict.get();
		}
	}

	/** The reason may say who they were. */
	@EventListener
	void on(MemberErased event) {
		this.sql.sql("update suspension set reason = ? where member_id = ?")
			.params(event.name(), event.member().value())
			.update();
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
