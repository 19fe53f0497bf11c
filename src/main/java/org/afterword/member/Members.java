package org.afterword.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.Gone;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who people are: joining, profiles and roles. */
@Service
@Transactional
public class Members {

	/** How many members one part of the directory shows. */
	public static final int PART = 50;

	private static final String VIEW = """
			select id, handle, display_name, initials, organisation, country, about, role, status, created_at
			from member
			""";

	private final MemberRepository members;

	private final Emails emails;

	private final JdbcClient sql;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Members(MemberRepository members, Emails emails, JdbcClient sql, PasswordEncoder passwords,
			ApplicationEventPublisher events, Clock clock) {
		this.members = members;
		this.emails = emails;
		this.sql = sql;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets somebody join.
	 * @throws NotFree if the handle cannot be theirs
	 */
	public MemberId join(Newcomer newcomer) {
		return admit(newcomer, Role.MEMBER);
	}

	/**
	 * Lets somebody join as the administrator of a forum that has none. Nobody needs to
	 * give them leave, so whoever calls must know that they may.
	 * @throws Gone if there is an administrator
	 * @throws NotFree if the handle cannot be theirs
	 */
	public MemberId first(Newcomer newcomer) {
		oneAtATime();
		if (hasAdministrator()) {
			throw new Gone("first administrator");
		}
		var member = admit(newcomer, Role.ADMINISTRATOR);
		this.events.publishEvent(roleGiven(member, member, Role.MEMBER, Role.ADMINISTRATOR));
		return member;
	}

	/** Whether somebody runs the site. */
	@Transactional(readOnly = true)
	public boolean hasAdministrator() {
		return this.sql.sql("select exists (select from member where role = 'ADMINISTRATOR' and status = 'ACTIVE')")
			.query(Boolean.class)
			.single();
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

	/** The handle that somebody has now who had this one before. */
	@Transactional(readOnly = true)
	public Optional<Handle> renamed(Handle before) {
		return this.sql.sql("""
				select member.handle from old_handle join member on member.id = old_handle.member_id
				where old_handle.handle = ?
				""").param(before.value()).query(String.class).optional().map(Handle::new);
	}

	/** The member as they are now, in one statement; empty if they may not come in. */
	@Transactional(readOnly = true)
	public Optional<Viewer> viewer(MemberId id) {
		return this.sql.sql("select id, handle, display_name, role from member where id = ? and status = 'ACTIVE'")
			.param(id.value())
			.query(Members::viewerOf)
			.optional();
	}

	/**
	 * What must be proved to come in under this name; empty if nobody may. An address is
	 * whose who has confirmed it; as long as nobody has, it is the first one’s who joined
	 * with it.
	 * @param name a handle or an address, as it was typed
	 */
	@Transactional(readOnly = true)
	public Optional<Credentials> credentials(String name) {
		var typed = name.strip();
		if (typed.length() > Email.LONGEST || typed.indexOf('\0') >= 0) {
			return Optional.empty();
		}
		return this.sql.sql("""
				select id, handle, display_name, role, password_hash from member
				where status = 'ACTIVE' and password_hash is not null and (handle = :name or id = (
				  select member_id from member_email
				  where email = :name and (is_primary or confirmed_at is not null)
				  order by confirmed_at is null, id limit 1))
				""")
			.param("name", (typed.startsWith("@") ? typed.substring(1) : typed).toLowerCase(Locale.ROOT))
			.query((row, number) -> new Credentials(viewerOf(row, number), row.getString("password_hash")))
			.optional();
	}

	/** What a member says of themselves. */
	@Transactional(readOnly = true)
	public Profile profile(MemberId id) {
		return existing(id).profile();
	}

	/**
	 * Changes what a member says of themselves, and what they are called. The handle they
	 * had leads to them from now on.
	 * @throws NotFree if the handle cannot be theirs
	 */
	public void changeProfile(MemberId id, Handle handle, Profile profile) {
		oneAtATime();
		var member = existing(id);
		if (!member.handle().equals(handle)) {
			var reasons = new LinkedHashMap<String, String>();
			whyNot(handle, id).ifPresent((reason) -> reasons.put("handle", reason));
			if (!reasons.isEmpty()) {
				throw new NotFree(reasons);
			}
		}
		member.describe(profile);
		var before = member.rename(handle);
		if (before != null) {
			this.sql.sql("delete from old_handle where handle = ?").param(handle.value()).update();
			this.sql.sql("insert into old_handle (handle, skeleton, member_id) values (?, ?, ?)")
				.param(before.value())
				.param(before.skeleton())
				.param(id.value())
				.update();
		}
		this.members.saveAndFlush(member);
	}

	/** Whether a password is not the member’s own handle or address. */
	@Transactional(readOnly = true)
	public boolean isGuessable(MemberId id, String password) {
		var handle = existing(id).handle().value();
		return isGuessable(password, handle, "")
				|| this.emails.of(id).stream().anyMatch((one) -> isGuessable(password, "", one.email().value()));
	}

	/** Whether a password is only the handle or the address once more. */
	public static boolean isGuessable(String password, String handle, String email) {
		return password.equalsIgnoreCase(handle) || password.equalsIgnoreCase(email);
	}

	/**
	 * Changes a password.
	 * @return false if the old one is not right; then nothing was changed
	 */
	public boolean changePassword(MemberId id, String old, Password password) {
		var member = existing(id);
		if (member.passwordHash() == null || !this.passwords.matches(old, member.passwordHash())) {
			return false;
		}
		member.changePassword(encode(password));
		this.members.saveAndFlush(member);
		return true;
	}

	/** Keeps the same password under a better hash, made after it was proved right. */
	public void keepHash(MemberId id, String hash) {
		var member = existing(id);
		member.changePassword(hash);
		this.members.saveAndFlush(member);
	}

	/**
	 * Gives a member a new password, whatever they had before. Nobody needs to give
	 * leave, so whoever calls must know that it is them.
	 */
	public void setPassword(MemberId id, Password password) {
		var member = existing(id);
		member.changePassword(encode(password));
		this.members.saveAndFlush(member);
	}

	/** From now on no password lets this member in, until they choose another one. */
	public void lockPassword(MemberId id) {
		var member = existing(id);
		member.changePassword(null);
		this.members.saveAndFlush(member);
	}

	/** Notes the language in which a member reads; letters to them speak it. */
	public void speaks(MemberId id, Locale language) {
		this.sql.sql("update member set locale = :language where id = :id and locale is distinct from :language")
			.param("language", language.toLanguageTag())
			.param("id", id.value())
			.update();
	}

	/**
	 * Gives a member a role, or takes it back by giving a lesser one.
	 * @throws NotAllowed unless an administrator gives it
	 * @throws Refused if nobody would run the site any more
	 */
	public void giveRole(Viewer by, MemberId id, Role role) {
		// Held until the end, so that two administrators cannot dismiss each other.
		var administrators = this.sql
			.sql("select id from member where role = 'ADMINISTRATOR' and status = 'ACTIVE' order by id for update")
			.query(Long.class)
			.list();
		if (!by.isAdministrator() || !administrators.contains(by.id().value())) {
			throw new NotAllowed("give a role");
		}
		var member = existing(id);
		if (administrators.equals(List.of(id.value())) && role != Role.ADMINISTRATOR) {
			throw new Refused("members.last-administrator");
		}
		var before = member.give(role);
		if (before != null) {
			this.members.saveAndFlush(member);
			this.events.publishEvent(roleGiven(by.id(), id, before, role));
		}
	}

	/**
	 * Lists members by handle, for administrators.
	 * @param search part of a name or handle; everybody if empty
	 * @param from the first handle to show; null for the beginning
	 * @throws NotAllowed if somebody else asks
	 */
	@Transactional(readOnly = true)
	public Directory directory(Viewer by, String search, @Nullable Handle from) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("list members");
		}
		var part = this.sql.sql(VIEW + """
				where handle >= :from and status <> 'ERASED'
				and (handle like :part escape '!' or lower(display_name) like :part escape '!')
				order by handle limit :most
				""")
			.param("from", (from != null) ? from.value() : "")
			.param("part",
					"%" + search.replace("\0", "").strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
			.param("most", PART + 1)
			.query(Members::view)
			.list();
		return (part.size() > PART) ? new Directory(part.subList(0, PART), part.get(PART).handle())
				: new Directory(part, null);
	}

	private MemberId admit(Newcomer newcomer, Role role) {
		var hash = encode(newcomer.password());
		oneAtATime();
		var reasons = new LinkedHashMap<String, String>();
		whyNot(newcomer.handle(), null).ifPresent((reason) -> reasons.put("handle", reason));
		if (!reasons.isEmpty()) {
			throw new NotFree(reasons);
		}
		var member = this.members.saveAndFlush(new Member(newcomer, hash, role, this.clock.instant())).id();
		// Nobody is told whether it is known: that is between the forum and its owner.
		this.emails.insert(member, newcomer.email(), true, null);
		return member;
	}

	/** Names are given one at a time, so that what is free stays free until it is had. */
	private void oneAtATime() {
		this.sql.sql("select pg_advisory_xact_lock(hashtext('member.names'))").query((row) -> {
		});
	}

	private Optional<String> whyNot(Handle handle, @Nullable MemberId mine) {
		if (handle.isReserved()) {
			return Optional.of("handle.reserved");
		}
		if (handle.isDeceptive()) {
			return Optional.of("handle.deceptive");
		}
		var me = (mine != null) ? mine.value() : 0;
		var names = new HashMap<String, Object>(
				Map.of("handle", handle.value(), "skeleton", handle.skeleton(), "me", me));
		var taken = this.sql.sql("""
				select exists (select from member where handle = :handle and id <> :me)
				or exists (select from old_handle where handle = :handle and member_id <> :me)
				""").params(names).query(Boolean.class).single();
		if (taken) {
			return Optional.of("handle.taken");
		}
		var alike = this.sql.sql("""
				select exists (select from member where skeleton = :skeleton and id <> :me)
				or exists (select from old_handle where skeleton = :skeleton and member_id <> :me)
				""").params(names).query(Boolean.class).single();
		return alike ? Optional.of("handle.alike") : Optional.empty();
	}

	private Member existing(MemberId id) {
		return this.members.findById(id.value()).orElseThrow(() -> new NotFound("member " + id));
	}

	private String encode(Password password) {
		var hash = this.passwords.encode(password.value());
		if (hash == null) {
			throw new IllegalStateException("No hash");
		}
		return hash;
	}

	private static StaffAct roleGiven(MemberId by, MemberId member, Role before, Role after) {
		return new StaffAct(by, "give-role", StaffAct.Subject.MEMBER, member.value(), null,
				Map.of("role", before.name()), Map.of("role", after.name()));
	}

	private static MemberView view(ResultSet row, int number) throws SQLException {
		return new MemberView(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
				row.getString("display_name"), row.getString("initials"), row.getString("organisation"),
				row.getString("country"), row.getString("about"), Role.valueOf(row.getString("role")),
				"ACTIVE".equals(row.getString("status")), row.getTimestamp("created_at").toInstant());
	}

	private static Viewer viewerOf(ResultSet row, int number) throws SQLException {
		return new Viewer(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
				row.getString("display_name"), Role.valueOf(row.getString("role")));
	}

}
