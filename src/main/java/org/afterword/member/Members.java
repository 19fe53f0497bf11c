package org.afterword.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.afterword.kernel.Gone;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Look-up of members, and joining. */
@Service
@Transactional
public class Members {

	static final String VIEW = """
			select id, handle, display_name, initials, organisation, country, about, role, status, created_at
			from member
			""";

	private final MemberRepository repository;

	private final Emails emails;

	private final Handles handles;

	private final Passwords passwords;

	private final Roles roles;

	private final JdbcClient sql;

	private final Clock clock;

	Members(MemberRepository repository, Emails emails, Handles handles, Passwords passwords, Roles roles,
			JdbcClient sql, Clock clock) {
		this.repository = repository;
		this.emails = emails;
		this.handles = handles;
		this.passwords = passwords;
		this.roles = roles;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Makes a member of somebody.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	public MemberId join(Newcomer newcomer) {
		return admit(newcomer, Role.MEMBER, MemberStatus.ACTIVE, null);
	}

	/**
	 * Makes a member of somebody who was invited. The caller must know that the inviter
	 * may give this role.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	public MemberId joinInvited(Newcomer newcomer, Role role, MemberId by) {
		var member = admit(newcomer, role, MemberStatus.ACTIVE, by);
		if (role != Role.MEMBER) {
			this.roles.log(by, member, Role.MEMBER, role);
		}
		return member;
	}

	/**
	 * Makes the first administrator of a forum. Nobody needs to allow it, so the caller
	 * must know that they may.
	 * @throws Gone if there is an administrator
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	public MemberId first(Newcomer newcomer) {
		this.handles.lock();
		if (this.roles.hasAdministrator()) {
			throw new Gone("first administrator");
		}
		var member = admit(newcomer, Role.ADMINISTRATOR, MemberStatus.ACTIVE, null);
		this.roles.log(member, member, Role.MEMBER, Role.ADMINISTRATOR);
		return member;
	}

	/**
	 * The member of this handle.
	 * @throws NotFound if nobody has it now
	 */
	@Transactional(readOnly = true)
	public MemberView get(Handle handle) {
		return find(handle).orElseThrow(() -> new NotFound("member " + handle));
	}

	/**
	 * The member of this id.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public MemberView get(MemberId id) {
		return this.sql.sql(VIEW + "where id = ?")
			.param(id.value())
			.query(Members::view)
			.optional()
			.orElseThrow(() -> new NotFound("member " + id));
	}

	@Transactional(readOnly = true)
	public Optional<MemberView> find(Handle handle) {
		return this.sql.sql(VIEW + "where handle = ?").param(handle.value()).query(Members::view).optional();
	}

	/**
	 * The member as they are now, in one statement; empty if they may not sign in, for a
	 * time or for good.
	 */
	@Transactional(readOnly = true)
	public Optional<Viewer> viewer(MemberId id) {
		return this.sql.sql("""
				select id, handle, display_name, role from member m
				where id = :id and status = 'ACTIVE' and not suspended(m.id, :now)""")
			.param("id", id.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Members::viewer)
			.optional();
	}

	MemberId admit(Newcomer newcomer, Role role, MemberStatus status, @Nullable MemberId invitedBy) {
		// Before the lock: hashing takes long.
		var hash = this.passwords.encode(newcomer.password());
		this.handles.lock();
		this.handles.check(newcomer.handle(), null);
		var member = this.repository.save(new Member(newcomer, hash, role, status, invitedBy, this.clock.instant()))
			.id();
		// Nobody is told whether the address is known: that is for its owner only.
		this.emails.insert(member, newcomer.email(), true, null);
		return member;
	}

	public static MemberView view(ResultSet row, int number) throws SQLException {
		return new MemberView(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
				row.getString("display_name"), row.getString("initials"), row.getString("organisation"),
				row.getString("country"), row.getString("about"), Role.valueOf(row.getString("role")),
				"ACTIVE".equals(row.getString("status")), row.getTimestamp("created_at").toInstant());
	}

	static Viewer viewer(ResultSet row, int number) throws SQLException {
		return new Viewer(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
				row.getString("display_name"), Role.valueOf(row.getString("role")));
	}

}
