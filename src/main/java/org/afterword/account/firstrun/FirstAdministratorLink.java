package org.afterword.account.firstrun;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import org.afterword.account.Secret;
import org.afterword.account.joining.Joining;
import org.afterword.kernel.Gone;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link that leads through the first run and makes the first administrator. The newest
 * counts, and those by which the first run was begun, for a week; until one was used.
 */
@Service
@Transactional
class FirstAdministratorLink {

	/** How long a link stays good by which the first run was begun. */
	private static final Duration PATIENCE = Duration.ofDays(7);

	private final Members members;

	private final Joining joining;

	private final JdbcClient sql;

	private final Clock clock;

	FirstAdministratorLink(Members members, Joining joining, JdbcClient sql, Clock clock) {
		this.members = members;
		this.joining = joining;
		this.sql = sql;
		this.clock = clock;
	}

	/** Makes a new token, which only the caller knows; those not begun count no more. */
	String renew() {
		var token = Secret.random();
		this.sql.sql("delete from first_administrator_link where begun_at is null or begun_at <= ?")
			.param(Timestamp.from(this.clock.instant().minus(PATIENCE)))
			.update();
		this.sql.sql("insert into first_administrator_link (token_hash, made_at) values (?, ?)")
			.param(token.hash())
			.param(Timestamp.from(this.clock.instant()))
			.update();
		return token.value();
	}

	/**
	 * Looks whether a token counts.
	 * @throws Gone if it was used, or replaced, or never was one
	 */
	@Transactional(readOnly = true)
	void check(String token) {
		if (this.members.hasAdministrator() || !isKnown(token)) {
			throw new Gone("first administrator");
		}
	}

	/**
	 * Notes that the first run was begun by it, so that a restart does not end it.
	 * @throws Gone if the token does not count
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
	 * @throws Gone if the token does not count
	 * @throws org.afterword.member.NotFree if the handle or the address cannot be theirs;
	 * the link stays good
	 */
	MemberId use(String token, Newcomer newcomer, Locale language, Consumer<MemberId> then) {
		if (!isKnown(token)) {
			throw new Gone("first administrator");
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
			.param(Timestamp.from(this.clock.instant().minus(PATIENCE)))
			.query(Boolean.class)
			.single();
	}

}
