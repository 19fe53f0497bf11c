package org.afterword.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who people are: joining, profiles and roles. */
@Service
@Transactional
public class Members {

	/** How many of those who wait stand on a page. */
	public static final int PART = 50;

	private static final String VIEW = """
			select id, handle, display_name, initials, organisation, country, about, role, status, created_at
			from member
			""";

	private final MemberRepository members;

	private final Emails emails;

	private final JdbcClient sql;

	private final Passwords passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Members(MemberRepository members, Emails emails, JdbcClient sql, Passwords passwords,
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
		return admit(newcomer, Role.MEMBER, MemberStatus.ACTIVE);
	}

	/**
	 * Lets somebody join who was invited. Whoever calls must know that the inviter may
	 * give this role.
	 * @throws NotFree if the handle cannot be theirs
	 */
	public MemberId joinInvited(Newcomer newcomer, Role role, MemberId by) {
		var member = admit(newcomer, role, MemberStatus.ACTIVE);
		this.sql.sql("update member set invited_by = ? where id = ?").params(by.value(), member.value()).update();
		if (role != Role.MEMBER) {
			this.events.publishEvent(roleGiven(by, member, Role.MEMBER, role));
		}
		return member;
	}

	/**
	 * Notes that somebody wants to join. Until an administrator lets them in, they can do
	 * nothing.
	 * @throws NotFree if the handle cannot be theirs
	 */
	public MemberId askToJoin(Newcomer newcomer) {
		return admit(newcomer, Role.MEMBER, MemberStatus.WAITING);
	}

	/**
	 * Who waits to be let in, the first at the beginning; one more than a page, where
	 * there are more.
	 * @param after only those after this one; 0 for the first page
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	public List<MemberView> waiting(long after, Viewer by) {
		mustAdminister(by, "see who waits");
		return this.sql.sql(VIEW + "where status = 'WAITING' and id > ? order by id limit ?")
			.params(after, PART + 1)
			.query(Members::view)
			.list();
	}

	/**
	 * Lets somebody in who waits.
	 * @return false if they wait no more
	 * @throws NotAllowed unless an administrator does
	 * @throws NotFound if there is no such member
	 */
	public boolean letIn(Viewer by, MemberId id) {
		mustAdminister(by, "let somebody in");
		var member = existing(id);
		var news = member.letIn();
		if (news) {
			this.members.saveAndFlush(member);
			this.events.publishEvent(
					new StaffAct(by.id(), Act.LET_IN, StaffAct.Subject.MEMBER, id.value(), null, Map.of(), Map.of()));
		}
		return news;
	}

	/**
	 * Sends somebody away who waits; nothing is kept of them.
	 * @throws NotAllowed unless an administrator does
	 * @throws NotFound if nobody like this waits
	 */
	public void sendAway(Viewer by, MemberId id) {
		mustAdminister(by, "send somebody away");
		this.sql.sql(
				"delete from member_email where member_id = (select id from member where id = ? and status = 'WAITING')")
			.param(id.value())
			.update();
		if (this.sql.sql("delete from member where id = ? and status = 'WAITING'").param(id.value()).update() == 0) {
			throw new NotFound("somebody waiting " + id);
		}
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
		var member = admit(newcomer, Role.ADMINISTRATOR, MemberStatus.ACTIVE);
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

	/** Whether somebody has asked to join, and nobody has let them in yet. */
	@Transactional(readOnly = true)
	public boolean waits(MemberId id) {
		return this.sql.sql("select status = 'WAITING' from member where id = ?")
			.param(id.value())
			.query(Boolean.class)
			.single();
	}

	@Transactional(readOnly = true)
	public Optional<MemberView> find(Handle handle) {
		return this.sql.sql(VIEW + "where handle = ?").param(handle.value()).query(Members::view).optional();
	}

	/**
	 * The member as they are now, in one statement; empty if they may not come in, for a
	 * time or for good.
	 */
	@Transactional(readOnly = true)
	public Optional<Viewer> viewer(MemberId id) {
		return this.sql
			.sql("select id, handle, display_name, role from member m where id = :id and status = 'ACTIVE'"
					+ " and not suspended(m.id, :now)")
			.param("id", id.value())
			.param("now", now())
			.query(Members::viewerOf)
			.optional();
	}

	/**
	 * What must be proved to come in under this name, or to learn that one waits to be
	 * let in; empty if nobody may. An address is whose who has confirmed it; as long as
	 * nobody has, it is the first one’s who joined with it.
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
				where status in ('ACTIVE', 'WAITING') and password_hash is not null and (handle = :name or id = (
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
		var seen = member.describe(profile);
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
		if (seen || before != null) {
			this.events.publishEvent(new NameShown(id));
		}
	}

	/**
	 * Makes of a member a number without a person, for good. Whoever calls must know that
	 * it is them who asks.
	 * @param name that stands for them from now on
	 * @param words whether what they wrote goes, too
	 * @throws Refused if nobody would run the site any more
	 */
	public void erase(MemberId id, String name, boolean words) {
		// In the order in which a member is renamed.
		oneAtATime();
		if (administrators().equals(List.of(id.value()))) {
			throw new Refused("leave.last-administrator");
		}
		var member = existing(id);
		if (!member.isActive()) {
			throw new NotFound("member " + id);
		}
		var handles = this.sql.sql("delete from old_handle where member_id = ? returning handle")
			.param(id.value())
			.query(String.class)
			.list();
		handles.add(member.handle().value());
		handles.forEach((handle) -> retire(new Handle(handle)));
		var names = new ArrayList<>(handles);
		names.add(member.profile().name());
		var addresses = this.sql.sql("delete from member_email where member_id = ? returning email")
			.param(id.value())
			.query((row, number) -> new Email(row.getString("email")))
			.list();
		this.sql.sql("update member set locale = null, invited_by = null where id = ?").param(id.value()).update();
		this.sql.sql("delete from submission_key where member_id = ?").param(id.value()).update();
		this.sql.sql("update suspension set reason = ? where member_id = ?").params(name, id.value()).update();
		member.erase(new Handle("former-" + id), name);
		this.members.saveAndFlush(member);
		this.events.publishEvent(new MemberErased(id, name, words, names, addresses));
	}

	/** Who runs the site, in no order that means anything. */
	@Transactional(readOnly = true)
	public List<MemberId> administratorIds() {
		return this.sql.sql("select id from member where role = 'ADMINISTRATOR' and status = 'ACTIVE' order by id")
			.query((row, number) -> new MemberId(row.getLong("id")))
			.list();
	}

	/** Whether nobody but this member runs the site. */
	@Transactional(readOnly = true)
	public boolean isLastAdministrator(MemberId id) {
		return administratorIds().equals(List.of(id));
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
		var administrators = administrators();
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

	/** Who finds a member in the directory. */
	@Transactional(readOnly = true)
	public Listing listing(MemberId id) {
		return existing(id).listing();
	}

	/** Says who finds a member in the directory from now on. */
	public void changeListing(MemberId id, Listing listing) {
		var member = existing(id);
		member.list(listing);
		this.members.saveAndFlush(member);
	}

	/** Held until the end, so that two administrators cannot dismiss each other. */
	private List<Long> administrators() {
		return this.sql.sql(
				"select id from member where role = 'ADMINISTRATOR' and status = 'ACTIVE' order by id for no key update")
			.query((row, number) -> row.getLong("id"))
			.list();
	}

	/** Neither it nor one that looks like it is anybody’s again. */
	private void retire(Handle handle) {
		for (var kept : List.of(handle.value(), handle.skeleton())) {
			this.sql
				.sql("insert into retired_handle (hash) values (encode(sha256(convert_to(?, 'UTF8')), 'hex'))"
						+ " on conflict do nothing")
				.param(kept)
				.update();
		}
	}

	private static void mustAdminister(Viewer by, String act) {
		if (!by.isAdministrator()) {
			throw new NotAllowed(act);
		}
	}

	private MemberId admit(Newcomer newcomer, Role role, MemberStatus status) {
		var hash = this.passwords.encode(newcomer.password());
		oneAtATime();
		var reasons = new LinkedHashMap<String, String>();
		whyNot(newcomer.handle(), null).ifPresent((reason) -> reasons.put("handle", reason));
		if (!reasons.isEmpty()) {
			throw new NotFree(reasons);
		}
		var member = this.members.saveAndFlush(new Member(newcomer, hash, role, status, this.clock.instant())).id();
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
		var taken = this.sql
			.sql("""
					select exists (select from member where handle = :handle and id <> :me)
					or exists (select from old_handle where handle = :handle and member_id <> :me)
					or exists (select from retired_handle where hash in (
					  encode(sha256(convert_to(:handle, 'UTF8')), 'hex'), encode(sha256(convert_to(:skeleton, 'UTF8')), 'hex')))
					""")
			.params(names)
			.query(Boolean.class)
			.single();
		if (taken) {
			return Optional.of("handle.taken");
		}
		var alike = this.sql.sql("""
				select exists (select from member where skeleton = :skeleton and id <> :me)
				or exists (select from old_handle where skeleton = :skeleton and member_id <> :me)
				""").params(names).query(Boolean.class).single();
		return alike ? Optional.of("handle.alike") : Optional.empty();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private Member existing(MemberId id) {
		return this.members.findById(id.value()).orElseThrow(() -> new NotFound("member " + id));
	}

	private static StaffAct roleGiven(MemberId by, MemberId member, Role before, Role after) {
		return new StaffAct(by, Act.GIVE_ROLE, StaffAct.Subject.MEMBER, member.value(), null,
				Map.of("role", before.name()), Map.of("role", after.name()));
	}

	static MemberView view(ResultSet row, int number) throws SQLException {
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
