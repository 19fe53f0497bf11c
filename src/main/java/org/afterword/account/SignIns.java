package org.afterword.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.SecurityLog;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where, until they sign out or are signed out. */
@Service
@Transactional
public class SignIns {

	/** How long a device stays signed in after each use, if it is remembered. */
	static final Duration REMEMBERED = Duration.ofDays(90);

	/** How long after signing in somebody may change how they sign in. */
	static final Duration RECENT = Duration.ofMinutes(30);

	/** A little longer than a session lasts. */
	private static final Duration SESSION = Duration.ofHours(13);

	/** The time of the last use is updated no more often. */
	private static final Duration MOMENT = Duration.ofMinutes(15);

	/** A role of staff may count only where somebody signed in with two factors. */
	private static final String VIEWER = """
			select member.id, handle, display_name, last_used_at,
			case when role = 'MEMBER' or strong
			or not exists (select from setting where name = 'codes.staff') then role else 'MEMBER' end as role
			""";

	private final JdbcClient sql;

	private final Clock clock;

	SignIns(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** The one that makes this request; null for a stranger. */
	public static @Nullable SignInId current() {
		return of(SecurityContextHolder.getContext().getAuthentication());
	}

	public static @Nullable SignInId of(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getDetails() instanceof SignInId id) ? id : null;
	}

	/**
	 * Records a sign-in; deletes those that have ended.
	 * @param strong whether two factors were proved
	 */
	public SignInId begin(MemberId member, Device device, boolean strong) {
		var now = this.clock.instant();
		this.sql.sql("delete from sign_in where member_id = ? and ends_at < ?")
			.param(member.value())
			.param(Timestamp.from(now))
			.update();
		return this.sql.sql("""
				insert into sign_in (member_id, browser, system, strong, began_at, last_used_at, ends_at)
				values (:member, :browser, :system, :strong, :now, :now, :end) returning id
				""")
			.param("member", member.value())
			.param("browser", device.browser())
			.param("system", device.system())
			.param("strong", strong)
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(now.plus(SESSION)))
			.query((row, number) -> new SignInId(row.getLong("id")))
			.single();
	}

	/**
	 * Keeps its device signed in.
	 * @return the token for its cookie, of which only a hash is stored
	 */
	Secret remember(SignInId id) {
		var token = Secret.random();
		this.sql.sql("update sign_in set token_hash = ?, ends_at = ? where id = ?")
			.param(token.hash())
			.param(Timestamp.from(this.clock.instant().plus(REMEMBERED)))
			.param(id.value())
			.update();
		return token;
	}

	/** Who returns with this token; empty if it does not work, or not any more. */
	Optional<Viewer> remembered(SignInId id, Secret token) {
		return this.sql.sql(VIEWER + """
				from sign_in join member on member.id = sign_in.member_id
				where sign_in.id = :id and token_hash = :token and status = 'ACTIVE' and ends_at > :now
				and not suspended(member.id, :now)
				""")
			.param("id", id.value())
			.param("token", token.hash())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(SignIns::viewer)
			.optional()
			.map((viewer) -> {
				use(id);
				return viewer;
			});
	}

	/**
	 * Who this is now, in one statement; empty if they may not be signed in any more, or
	 * not here. Updates the time of the last use, if that was a while ago.
	 */
	public Optional<Viewer> viewer(SignInId id, MemberId member) {
		var now = this.clock.instant();
		return this.sql.sql(VIEWER + """
				from sign_in join member on member.id = sign_in.member_id
				where sign_in.id = :id and member.id = :member and status = 'ACTIVE' and ends_at > :now
				and not suspended(member.id, :now)
				""")
			.param("id", id.value())
			.param("member", member.value())
			.param("now", Timestamp.from(now))
			.query((row, number) -> new Seen(viewer(row, number), row.getTimestamp("last_used_at").toInstant()))
			.optional()
			.map((seen) -> {
				if (seen.at().plus(MOMENT).isBefore(now)) {
					use(id);
				}
				return seen.viewer();
			});
	}

	/**
	 * Whether somebody proved a moment ago who they are; a remembered device proves
	 * nothing.
	 */
	@Transactional(readOnly = true)
	public boolean isRecent(@Nullable SignInId here) {
		return this.sql.sql("select exists (select from sign_in where id = ? and began_at > ?)")
			.param((here != null) ? here.value() : 0)
			.param(Timestamp.from(this.clock.instant().minus(RECENT)))
			.query(Boolean.class)
			.single();
	}

	/** Those of a member that have not ended, the last used first. */
	@Transactional(readOnly = true)
	List<SignInView> list(MemberId member, @Nullable SignInId here) {
		return this.sql.sql("""
				select id, browser, system, began_at, last_used_at, token_hash is not null as remembered from sign_in
				where member_id = ? and ends_at > ? order by last_used_at desc, id desc
				""").param(member.value()).param(Timestamp.from(this.clock.instant())).query((row, number) -> {
			var id = new SignInId(row.getLong("id"));
			return new SignInView(id, new Device(row.getString("browser"), row.getString("system")),
					row.getTimestamp("began_at").toInstant(), row.getTimestamp("last_used_at").toInstant(),
					row.getBoolean("remembered"), id.equals(here));
		}).list();
	}

	/** Signs out here. */
	public void end(SignInId id) {
		this.sql.sql("delete from sign_in where id = ?").param(id.value()).update();
	}

	/** Forgets a device that shows its token. */
	void forget(SignInId id, Secret token) {
		this.sql.sql("delete from sign_in where id = ? and token_hash = ?")
			.param(id.value())
			.param(token.hash())
			.update();
	}

	/**
	 * Signs out somewhere.
	 * @throws NotFound if it is not the member’s, or has ended
	 */
	void end(MemberId member, SignInId id) {
		if (this.sql.sql("delete from sign_in where id = ? and member_id = ?")
			.param(id.value())
			.param(member.value())
			.update() == 0) {
			throw new NotFound("session " + id);
		}
	}

	/**
	 * Signs out everywhere but here; everywhere, if here is nowhere.
	 * @return false if there was nothing to end
	 */
	public boolean endOthers(MemberId member, @Nullable SignInId here) {
		SecurityLog.note("sessions-ended", "account", member);
		return this.sql.sql("delete from sign_in where member_id = ? and id <> ?")
			.param(member.value())
			.param((here != null) ? here.value() : 0)
			.update() > 0;
	}

	private void use(SignInId id) {
		var now = this.clock.instant();
		this.sql.sql("""
				update sign_in set last_used_at = :now,
				ends_at = case when token_hash is null then cast(:session as timestamptz)
				else cast(:remembered as timestamptz) end where id = :id
				""")
			.param("now", Timestamp.from(now))
			.param("session", Timestamp.from(now.plus(SESSION)))
			.param("remembered", Timestamp.from(now.plus(REMEMBERED)))
			.param("id", id.value())
			.update();
	}

	private static Viewer viewer(ResultSet row, int number) throws SQLException {
		return new Viewer(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
				row.getString("display_name"), Role.valueOf(row.getString("role")));
	}

	private record Seen(Viewer viewer, Instant at) {

	}

}
