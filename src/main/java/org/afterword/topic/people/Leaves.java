package org.afterword.topic.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.afterword.topic.PersonView;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facilitators on leave, and who runs their topics meanwhile. A leave ends by itself; a
 * deputy may do there whatever a facilitator of the topic may.
 */
@Service
@Transactional
public class Leaves {

	/** How many days a leave lasts at most. */
	public static final int LONGEST = 366;

	private static final String LEAVE = """
			select m.display_name as who_name, m.handle as who_handle, d.display_name as deputy_name,
			       d.handle as deputy_handle, l.until
			from leave l join member m on m.id = l.member_id join member d on d.id = l.deputy_id
			where l.ended_at is null and l.until > now()
			""";

	private final JdbcClient sql;

	private final Site site;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Leaves(JdbcClient sql, Site site, ApplicationEventPublisher events, Clock clock) {
		this.sql = sql;
		this.site = site;
		this.events = events;
		this.clock = clock;
	}

	/** Whether somebody is facilitator of a topic that they could hand over. */
	@Transactional(readOnly = true)
	public boolean hasTopics(Viewer viewer) {
		return viewer.isMember()
				&& this.sql.sql("select exists (select from topic_role where member_id = ? and role = 'FACILITATOR')")
					.param(viewer.id().value())
					.query(Boolean.class)
					.single();
	}

	/** One’s own leave, if one is on leave. */
	@Transactional(readOnly = true)
	public Optional<LeaveView> of(Viewer viewer) {
		return this.sql.sql(LEAVE + "and l.member_id = ?").param(viewer.id().value()).query(Leaves::leave).optional();
	}

	/** One’s own leave, and those in whose place one stands; few. */
	@Transactional(readOnly = true)
	public List<LeaveView> around(Viewer viewer) {
		return this.sql.sql(LEAVE + "and (l.member_id = :me or l.deputy_id = :me) order by l.until, l.id limit 20")
			.param("me", viewer.id().value())
			.query(Leaves::leave)
			.list();
	}

	/**
	 * Goes on leave, from now on. A leave that has not ended ends.
	 * @param last its last day, in the zone of the site
	 * @throws NotAllowed for those who are facilitator of no topic
	 * @throws Refused where one would stand in for oneself; for a day that is over, or
	 * too far away
	 */
	public void handOver(MemberId deputy, LocalDate last, Viewer by) {
		if (!hasTopics(by)) {
			throw new NotAllowed("hand over a desk", "on-leave.no-topic");
		}
		if (by.is(deputy)) {
			throw new Refused("on-leave.yourself");
		}
		var now = this.clock.instant();
		var today = now.atZone(this.site.zone()).toLocalDate();
		if (last.isBefore(today) || last.isAfter(today.plusDays(LONGEST))) {
			throw new Refused("on-leave.day", LONGEST);
		}
		end(by);
		var id = this.sql
			.sql("insert into leave (member_id, deputy_id, began_at, until) values (?, ?, ?, ?) returning id")
			.params(by.id().value(), deputy.value(), Timestamp.from(now),
					Timestamp.from(last.plusDays(1).atStartOfDay(this.site.zone()).toInstant()))
			.query(Long.class)
			.single();
		this.events.publishEvent(new StaffAct(by.id(), Act.HAND_OVER, Subject.MEMBER, deputy.value(), null, Map.of(),
				Map.of("until", last.toString())));
		this.events.publishEvent(new DeskHandedOver(id));
	}

	/** Is back before the last day. False for whoever is not on leave. */
	public boolean comeBack(Viewer by) {
		var deputy = end(by);
		deputy.ifPresent((one) -> this.events
			.publishEvent(new StaffAct(by.id(), Act.COME_BACK, Subject.MEMBER, one.value(), null, Map.of(), Map.of())));
		return deputy.isPresent();
	}

	/** Whose deputy time ends early; what has ended by itself is closed, too. */
	private Optional<MemberId> end(Viewer by) {
		return this.sql.sql("""
				update leave set ended_at = least(until, :now) where member_id = :me and ended_at is null
				returning deputy_id, until > :now as early""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("me", by.id().value())
			.query((row, line) -> row.getBoolean("early") ? Optional.of(new MemberId(row.getLong("deputy_id")))
					: Optional.<MemberId>empty())
			.optional()
			.flatMap(Function.identity());
	}

	private static LeaveView leave(ResultSet row, int line) throws SQLException {
		return new LeaveView(new PersonView(row.getString("who_name"), new Handle(row.getString("who_handle"))),
				new PersonView(row.getString("deputy_name"), new Handle(row.getString("deputy_handle"))),
				row.getTimestamp("until").toInstant().minusSeconds(1));
	}

}
