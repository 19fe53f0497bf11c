package org.afterword.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.afterword.member.Email;
import org.afterword.member.MemberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens of links in e-mails to members. Each works for one purpose, for a while, and
 * once: it is deleted by the statement that uses it.
 */
@Service
@Transactional
public class EmailTokens {

	/** How many e-mails with a link somebody gets in a quarter of an hour at most. */
	public static final int MOST = 3;

	private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

	private final JdbcClient sql;

	private final Clock clock;

	EmailTokens(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** What a link is for, and how long it works. */
	public enum Purpose {

		CONFIRM(Duration.ofDays(7)), SIGN_IN(Duration.ofMinutes(15)), PASSWORD(Duration.ofHours(1)),
		OBJECT(Duration.ofDays(7)), LEAVE(Duration.ofHours(24)), LEAVE_ERASED(Duration.ofHours(24));

		private final Duration validity;

		Purpose(Duration validity) {
			this.validity = validity;
		}

	}

	/**
	 * A token as it is stored.
	 *
	 * @param email where it was sent; for a confirmation, what it confirms
	 * @param target the page to return to
	 */
	public record Found(MemberId member, Email email, LocalPath target) {

	}

	/**
	 * A token that has just been made.
	 *
	 * @param token for the e-mail; only its hash is stored
	 */
	public record Fresh(String token, Instant expiresAt) {

	}

	/** Makes a token; empty if this member was sent too many a moment ago. */
	public Optional<Fresh> make(Purpose purpose, MemberId member, Email email, LocalPath target) {
		var now = this.clock.instant();
		var lately = this.sql
			.sql("select count(*) from email_token where member_id = ? and purpose = ? and email = ? and made_at > ?")
			.params(member.value(), purpose.name(), email.value(), Timestamp.from(now.minus(QUARTER_HOUR)))
			.query(Integer.class)
			.single();
		if (lately >= MOST) {
			return Optional.empty();
		}
		var token = Secret.random();
		var until = now.plus(purpose.validity);
		this.sql.sql("""
				insert into email_token (hash, purpose, member_id, email, target, made_at, expires_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(token.hash(), purpose.name(), member.value(), email.value(), target.value(), Timestamp.from(now),
					Timestamp.from(until))
			.update();
		return Optional.of(new Fresh(token.value(), until));
	}

	/** What a token is for; nothing is used up. */
	@Transactional(readOnly = true)
	public Optional<Found> find(Purpose purpose, String token) {
		return this.sql
			.sql("select member_id, email, target from email_token where hash = ? and purpose = ? and expires_at > ?")
			.params(new Secret(token).hash(), purpose.name(), Timestamp.from(this.clock.instant()))
			.query(EmailTokens::found)
			.optional();
	}

	/** Uses a token up; empty if it does not work, or somebody was faster. */
	public Optional<Found> use(Purpose purpose, String token) {
		return this.sql.sql("""
				delete from email_token where hash = ? and purpose = ? and expires_at > ?
				returning member_id, email, target
				""")
			.params(new Secret(token).hash(), purpose.name(), Timestamp.from(this.clock.instant()))
			.query(EmailTokens::found)
			.optional();
	}

	/**
	 * Ends the links of a member, except those that object to a change: whoever changed
	 * something must not be able to end them.
	 */
	public void endAllButObjections(MemberId member) {
		this.sql.sql("delete from email_token where member_id = ? and purpose <> 'OBJECT'")
			.param(member.value())
			.update();
	}

	/** Ends all links of a member. */
	public void endAll(MemberId member) {
		this.sql.sql("delete from email_token where member_id = ?").param(member.value()).update();
	}

	/** Deletes tokens that do not work any more. */
	public void deleteExpired() {
		this.sql.sql("delete from email_token where expires_at < ?")
			.param(Timestamp.from(this.clock.instant()))
			.update();
	}

	private static Found found(ResultSet row, int number) throws SQLException {
		return new Found(new MemberId(row.getLong("member_id")), new Email(row.getString("email")),
				LocalPath.of(row.getString("target")));
	}

}
