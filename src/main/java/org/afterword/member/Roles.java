package org.afterword.member;

import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles of members on the whole site. There is always an administrator. */
@Service
@Transactional
public class Roles {

	private static final String ADMINISTRATORS = """
			select id from member where role = 'ADMINISTRATOR' and status = 'ACTIVE' order by id
			""";

	private final MemberRepository members;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	Roles(MemberRepository members, JdbcClient sql, ApplicationEventPublisher events) {
		this.members = members;
		this.sql = sql;
		this.events = events;
	}

	@Transactional(readOnly = true)
	public boolean hasAdministrator() {
		return this.sql.sql("select exists (" + ADMINISTRATORS + ")").query(Boolean.class).single();
	}

	@Transactional(readOnly = true)
	public List<MemberId> administrators() {
		return this.sql.sql(ADMINISTRATORS).query((row, number) -> new MemberId(row.getLong("id"))).list();
	}

	@Transactional(readOnly = true)
	public boolean isLastAdministrator(MemberId id) {
		return administrators().equals(List.of(id));
	}

	/**
	 * Changes the role of a member.
	 * @throws NotAllowed unless an administrator does
	 * @throws Refused if no administrator would be left
	 */
	public void give(Viewer by, MemberId id, Role role) {
		var administrators = lockedAdministrators();
		if (!by.isAdministrator() || !administrators.contains(by.id())) {
			throw new NotAllowed("give a role");
		}
		var before = this.sql.sql("select role from member where id = ?")
			.param(id.value())
			.query((row, number) -> Role.valueOf(row.getString("role")))
			.optional()
			.orElseThrow(() -> new NotFound("member " + id));
		if (administrators.equals(List.of(id)) && role != Role.ADMINISTRATOR) {
			throw new Refused("members.last-administrator");
		}
		if (before != role) {
			this.members.changeRole(id.value(), role.name());
			log(by.id(), id, before, role);
		}
	}

	/** Logs that a member has another role than before. */
	void log(MemberId by, MemberId member, Role before, Role after) {
		this.events.publishEvent(new StaffAct(by, Act.GIVE_ROLE, StaffAct.Subject.MEMBER, member.value(), null,
				Map.of("role", before.name()), Map.of("role", after.name())));
	}

	/**
	 * Locks the administrators until the transaction ends, so that two of them cannot
	 * demote each other.
	 */
	List<MemberId> lockedAdministrators() {
		return this.sql.sql(ADMINISTRATORS + " for no key update")
			.query((row, number) -> new MemberId(row.getLong("id")))
			.list();
	}

}
