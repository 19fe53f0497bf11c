package org.afterword.member;

import java.util.ArrayList;
import java.util.List;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a member into a number without a person, for good. */
@Service
@Transactional
public class MemberErasure {

	private final MemberRepository members;

	private final Handles handles;

	private final Roles roles;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	MemberErasure(MemberRepository members, Handles handles, Roles roles, JdbcClient sql,
			ApplicationEventPublisher events) {
		this.members = members;
		this.handles = handles;
		this.roles = roles;
		this.sql = sql;
		this.events = events;
	}

	/**
	 * Erases a member; other modules follow when they hear {@link MemberErased}. The
	 * caller must know that the member wants it.
	 * @param name that stands for them from now on
	 * @param words whether what they wrote is erased, too
	 * @throws Refused if no administrator would be left
	 * @throws NotFound if there is no such member, or no longer
	 */
	public void erase(MemberId id, String name, boolean words) {
		// Locks in the same order as a change of the profile.
		this.handles.lock();
		if (this.roles.lockedAdministrators().equals(List.of(id))) {
			throw new Refused("leave.last-administrator");
		}
		var before = this.sql
			.sql("""
					select handle, coalesce(full_name, display_name) as name from member where id = ? and status = 'ACTIVE'""")
			.param(id.value())
			.query((row, number) -> new Before(new Handle(row.getString("handle")), row.getString("name")))
			.optional()
			.orElseThrow(() -> new NotFound("member " + id));
		var names = new ArrayList<>(this.handles.retire(id, before.handle()));
		names.add(before.name());
		var addresses = this.sql.sql("delete from member_email where member_id = ? returning email")
			.param(id.value())
			.query((row, number) -> new Email(row.getString("email")))
			.list();
		var number = new Handle("former-" + id);
		this.members.erase(id.value(), number.value(), number.skeleton(), name);
		this.events.publishEvent(new MemberErased(id, name, words, names, addresses));
	}

	private record Before(Handle handle, String name) {
	}

}
