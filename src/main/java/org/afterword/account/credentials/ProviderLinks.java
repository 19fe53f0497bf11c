package org.afterword.account.credentials;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.afterword.account.AccountAlerts;
import org.afterword.kernel.NotFound;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Passwords;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which members sign in by which provider. One account there is linked to one member. */
@Service
@Transactional
public class ProviderLinks {

	private final Passwords passwords;

	private final Emails emails;

	private final Passkeys passkeys;

	private final Providers providers;

	private final AccountAlerts alerts;

	private final JdbcClient sql;

	private final Clock clock;

	ProviderLinks(Passwords passwords, Emails emails, Passkeys passkeys, Providers providers, AccountAlerts alerts,
			JdbcClient sql, Clock clock) {
		this.passwords = passwords;
		this.emails = emails;
		this.passkeys = passkeys;
		this.providers = providers;
		this.alerts = alerts;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * One of a member’s.
	 *
	 * @param name of the provider
	 * @param email which address the provider knew them by, if any
	 */
	record Link(long id, String name, @Nullable String email, Instant since, Instant usedAt) {

	}

	/** The member whom a provider means; records that they signed in by it. */
	public Optional<MemberId> use(String provider, String subject) {
		return this.sql
			.sql("update provider_link set last_used_at = ? where provider = ? and subject = ? returning member_id")
			.params(Timestamp.from(this.clock.instant()), provider, subject)
			.query((row, number) -> new MemberId(row.getLong("member_id")))
			.optional();
	}

	/**
	 * Links a member to a provider, and tells them by e-mail. The caller must know that
	 * the member wants it.
	 * @return false if the provider’s account is linked to another member
	 */
	public boolean link(MemberId member, ProviderIdentity vouched) {
		var now = Timestamp.from(this.clock.instant());
		var news = this.sql.sql("""
				insert into provider_link (provider, subject, member_id, email, since, last_used_at)
				values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(vouched.provider(), vouched.subject(), member.value(), vouched.email(), now, now)
			.update() == 1;
		if (news) {
			this.alerts.providerLinked(member, this.providers.name(vouched.provider()));
		}
		return news || use(vouched.provider(), vouched.subject()).filter(member::equals).isPresent();
	}

	@Transactional(readOnly = true)
	public List<Link> list(MemberId member) {
		return this.sql.sql("""
				select id, provider, email, since, last_used_at from provider_link where member_id = ? order by id""")
			.param(member.value())
			.query((row, number) -> new Link(row.getLong("id"), this.providers.name(row.getString("provider")),
					row.getString("email"), row.getTimestamp("since").toInstant(),
					row.getTimestamp("last_used_at").toInstant()))
			.list();
	}

	/**
	 * Unlinks a member from a provider.
	 * @return false if they could not sign in any more; then it stays
	 * @throws NotFound if it is not among theirs
	 */
	public boolean remove(MemberId member, long id) {
		// Two requests that remove the last two at once take turns.
		var ids = this.sql.sql("select id from provider_link where member_id = ? for update")
			.param(member.value())
			.query((row, number) -> row.getLong("id"))
			.list();
		if (!ids.contains(id)) {
			throw new NotFound("provider " + id);
		}
		if (ids.size() == 1 && !hasAnotherWayIn(member)) {
			return false;
		}
		this.sql.sql("delete from provider_link where id = ?").param(id).update();
		return true;
	}

	/** Unlinks a member from all providers, even if they cannot sign in then. */
	void removeAll(MemberId member) {
		this.sql.sql("delete from provider_link where member_id = ?").param(member.value()).update();
	}

	private boolean hasAnotherWayIn(MemberId member) {
		return this.passwords.has(member) || !this.passkeys.list(member).isEmpty()
				|| this.emails.reach(member).isPresent();
	}

}
