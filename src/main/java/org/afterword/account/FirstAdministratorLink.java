package org.afterword.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;

import org.afterword.kernel.Gone;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link that makes the first administrator of a new forum. One counts at a time, until
 * it was used.
 */
@Service
@Transactional
class FirstAdministratorLink {

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

	/** Makes a new token, which only the caller knows; the one before counts no more. */
	String renew() {
		var token = Secret.random();
		this.sql.sql("""
				insert into first_administrator_link (token_hash, made_at) values (?, ?)
				on conflict (sole) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
				""").param(token.hash()).param(Timestamp.from(this.clock.instant())).update();
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
	 * Makes the first administrator, and uses the link up.
	 * @throws Gone if the token does not count
	 * @throws org.afterword.member.NotFree if the handle or the address cannot be theirs;
	 * the link stays good
	 */
	MemberId use(String token, Newcomer newcomer, Locale language) {
		if (!isKnown(token)) {
			throw new Gone("first administrator");
		}
		var member = this.members.first(newcomer);
		this.joining.welcome(member, newcomer, language);
		this.sql.sql("delete from first_administrator_link").update();
		return member;
	}

	private boolean isKnown(String token) {
		return this.sql.sql("select exists (select from first_administrator_link where token_hash = ?)")
			.param(new Secret(token).hash())
			.query(Boolean.class)
			.single();
	}

}
