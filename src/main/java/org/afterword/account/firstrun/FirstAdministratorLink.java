package org.afterword.account.firstrun;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.Secret;
import org.afterword.account.joining.Joining;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Roles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link that leads through the first run and makes the first administrator. The newest
 * works, and for a week those by which the first run was begun; until one was used.
 */
@Service
@Transactional
class FirstAdministratorLink {

	/** How long a link works by which the first run was begun. */
	private static final Duration VALIDITY = Duration.ofDays(7);

	private final Members members;

	private final Roles roles;

	private final Joining joining;

	private final JdbcClient sql;

	private final Clock clock;

	FirstAdministratorLink(Members members, Roles roles, Joining joining, JdbcClient sql, Clock clock) {
		this.members = members;
		this.roles = roles;
		this.joining = joining;
		this.sql = sql;
		this.clock = clock;
	}

	/** Makes a new token, which only the caller knows; those not begun stop working. */
	String renew() {
		var token = Secret.random();
		this.sql.sql("delete from first_administrator_link where begun_at is null or begun_at <= ?")
			.param(Timestamp.from(this.clock.instant().minus(VALIDITY)))
			.update();
		this.sql.sql("insert into first_administrator_link (token_hash, made_at) values (?, ?)")
			.param(token.hash())
			.param(Timestamp.from(this.clock.instant()))
			.update();
		return token.value();
	}

	/**
	 * Checks whether a token works.
	 * @throws ExpiredLink if it was used, or replaced, or never was one
	 */
	@Transactional(readOnly = true)
	void check(String token) {
		if (this.roles.hasAdministrator() || !isKnown(token)) {
			throw new ExpiredLink(Kind.FIRST);
		}
	}

	/**
	 * Records that the first run was begun by it, so that it survives a restart.
	 * @throws ExpiredLink if the token does not work
	 */
	void begin(String token) {
		check(token);
		this.sql.sql("update first_administrator_link set begun_at = ? where token_hash = ? and begun_at is null")
			.param(Timestamp.from(this.clock.instant()))
			.param(new Secret(token).hash())
			.update();
	}

	/**
	 * Makes the first administrator, and uses all links up.
	 * @param then what else is to be done with them, in the same transaction
	 * @throws ExpiredLink if the token does not work
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}; the
	 * link still works
	 */
	MemberId use(String token, Newcomer newcomer, Locale language, Consumer<MemberId> then) {
		if (!isKnown(token)) {
			throw new ExpiredLink(Kind.FIRST);
		}
		var member = this.members.first(newcomer);
		then.accept(member);
		this.joining.welcome(member, newcomer, language);
		this.sql.sql("delete from first_administrator_link").update();
		return member;
	}

	private boolean isKnown(String token) {
		return this.sql.sql("""
				select exists (select from first_administrator_link
				where token_hash = ? and (begun_at is null or begun_at > ?))
				""")
			.param(new Secret(token).hash())
			.param(Timestamp.from(this.clock.instant().minus(VALIDITY)))
			.query(Boolean.class)
			.single();
	}

}
