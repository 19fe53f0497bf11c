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
 * The keys that leave in letters. Each opens one thing for one member, for a while, and
 * once: whoever uses it takes it out of the table in the same statement.
 */
@Service
@Transactional
public class EmailTokens {

	/** How many letters with a key somebody gets in a quarter of an hour at most. */
	public static final int MOST = 3;

	private static final Duration A_WHILE = Duration.ofMinutes(15);

	private final JdbcClient sql;

	private final Clock clock;

	EmailTokens(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** What a key opens, and for how long. */
	public enum Purpose {

		CONFIRM(Duration.ofDays(7)), SIGN_IN(Duration.ofMinutes(15)), PASSWORD(Duration.ofHours(1)),
		STOP(Duration.ofDays(7)), LEAVE(Duration.ofHours(24)), LEAVE_ERASED(Duration.ofHours(24));

		private final Duration good;

		Purpose(Duration good) {
			this.good = good;
		}

	}

	/**
	 * A key as it is kept.
	 *
	 * @param email where it was sent; for a confirmation, what it confirms
	 * @param target where it leads
	 */
	public record Key(MemberId member, Email email, LocalPath target) {

	}

	/**
	 * A key that has just been made.
	 *
	 * @param token for the letter; nobody else will know it
	 */
	public record Fresh(String token, Instant goodUntil) {

	}

	/** Makes a key; empty if this member was sent too many a moment ago. */
	public Optional<Fresh> make(Purpose purpose, MemberId member, Email email, LocalPath target) {
		var now = this.clock.instant();
		var lately = this.sql
			.sql("select count(*) from mail_key where member_id = ? and purpose = ? and email = ? and made_at > ?")
			.params(member.value(), purpose.name(), email.value(), Timestamp.from(now.minus(A_WHILE)))
			.query(Integer.class)
			.single();
		if (lately >= MOST) {
			return Optional.empty();
		}
		var token = Secret.random();
		var until = now.plus(purpose.good);
		this.sql.sql("""
				insert into mail_key (hash, purpose, member_id, email, target, made_at, expires_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(token.hash(), purpose.name(), member.value(), email.value(), target.value(), Timestamp.from(now),
					Timestamp.from(until))
			.update();
		return Optional.of(new Fresh(token.value(), until));
	}

	/** What a key would open; nothing is used up. */
	@Transactional(readOnly = true)
	public Optional<Key> look(Purpose purpose, String token) {
		return this.sql
			.sql("select member_id, email, target from mail_key where hash = ? and purpose = ? and expires_at > ?")
			.params(new Secret(token).hash(), purpose.name(), Timestamp.from(this.clock.instant()))
			.query(EmailTokens::key)
			.optional();
	}

	/** Uses a key up; empty if it does not count, or somebody was faster. */
	public Optional<Key> use(Purpose purpose, String token) {
		return this.sql.sql("""
				delete from mail_key where hash = ? and purpose = ? and expires_at > ?
				returning member_id, email, target
				""")
			.params(new Secret(token).hash(), purpose.name(), Timestamp.from(this.clock.instant()))
			.query(EmailTokens::key)
			.optional();
	}

	/**
	 * Makes the keys of a member useless that lead in. Those that stop a change stay:
	 * whoever changed something must not be able to take them back.
	 */
	public void closeDoors(MemberId member) {
		this.sql.sql("delete from mail_key where member_id = ? and purpose <> 'STOP'").param(member.value()).update();
	}

	/** Makes all keys of a member useless. */
	public void useUp(MemberId member) {
		this.sql.sql("delete from mail_key where member_id = ?").param(member.value()).update();
	}

	/** Forgets keys that open nothing any more. */
	public void forget() {
		this.sql.sql("delete from mail_key where expires_at < ?").param(Timestamp.from(this.clock.instant())).update();
	}

	private static Key key(ResultSet row, int number) throws SQLException {
		return new Key(new MemberId(row.getLong("member_id")), new Email(row.getString("email")),
				LocalPath.of(row.getString("target")));
	}

}
