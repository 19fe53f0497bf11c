package org.afterword.account.credentials;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.afterword.account.AccountAlerts;
import org.afterword.account.SignInId;
import org.afterword.member.MemberId;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes that an authenticator app makes of a shared secret and the time (TOTP,
 * RFC 6238), asked for after the password; and backup codes for when the app is lost.
 * Each works once. Backup codes are hashed as passwords are.
 */
@Service
@Transactional
public class Codes {

	/** The setting that makes staff use codes. */
	static final String STAFF = "codes.staff";

	private static final int SECRET = 20;

	private static final int BACKUP_CODES = 10;

	/** Sixteen letters and digits. */
	private static final int BACKUP = 10;

	private static final Pattern BACKUP_CODE = Pattern.compile("[a-z2-7]{16}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

	private final JdbcClient sql;

	private final PasswordEncoder hashes;

	private final AccountAlerts alerts;

	private final Clock clock;

	Codes(JdbcClient sql, PasswordEncoder hashes, AccountAlerts alerts, Clock clock) {
		this.sql = sql;
		this.hashes = hashes;
		this.alerts = alerts;
		this.clock = clock;
	}

	/** Whether a member is asked for a code after the password. */
	@Transactional(readOnly = true)
	public boolean areUsed(MemberId member) {
		return this.sql.sql("select exists (select from code_secret where member_id = ?)")
			.param(member.value())
			.query(Boolean.class)
			.single();
	}

	/** How many backup codes are left. */
	@Transactional(readOnly = true)
	int left(MemberId member) {
		return this.sql.sql("select count(*) from backup_code where member_id = ?")
			.param(member.value())
			.query(Integer.class)
			.single();
	}

	/** A secret for an authenticator app; it is used once its first code was typed. */
	static byte[] newSecret() {
		return random(SECRET);
	}

	/**
	 * Turns codes on, if the member’s app makes the right one.
	 * @return the backup codes, which are shown once; empty if the code is wrong
	 */
	List<String> begin(MemberId member, byte[] secret, String code, @Nullable SignInId here) {
		var step = step(secret, code);
		if (step < 0) {
			return List.of();
		}
		this.sql.sql("""
				insert into code_secret (member_id, secret, since, last_step) values (?, ?, ?, ?)
				on conflict (member_id) do update
				set secret = excluded.secret, since = excluded.since, last_step = excluded.last_step
				""")
			.param(member.value())
			.param(secret)
			.param(Timestamp.from(this.clock.instant()))
			.param(step)
			.update();
		this.sql.sql("update sign_in set strong = true where id = ? and member_id = ?")
			.param((here != null) ? here.value() : 0)
			.param(member.value())
			.update();
		this.alerts.codesBegun(member);
		return renew(member);
	}

	/** Whether a code is right, the app’s or a backup code. It works only once. */
	public boolean accept(MemberId member, String typed) {
		var code = plain(typed);
		var secret = this.sql.sql("select secret from code_secret where member_id = ?")
			.param(member.value())
			.query((row, number) -> row.getBytes("secret"))
			.optional();
		if (secret.isEmpty()) {
			return false;
		}
		var step = step(secret.get(), code);
		if (step >= 0) {
			return this.sql
				.sql("update code_secret set last_step = :step where member_id = :member and last_step < :step")
				.param("step", step)
				.param("member", member.value())
				.update() == 1;
		}
		return BACKUP_CODE.matcher(code).matches() && acceptBackup(member, code);
	}

	/** New backup codes, which are shown once; those before stop working. */
	List<String> renew(MemberId member) {
		this.sql.sql("delete from backup_code where member_id = ?").param(member.value()).update();
		return Stream.generate(() -> new Base32().encodeToString(random(BACKUP)).toLowerCase(Locale.ROOT))
			.limit(BACKUP_CODES)
			.peek((code) -> this.sql.sql("insert into backup_code (member_id, code_hash) values (?, ?)")
				.param(member.value())
				.param(this.hashes.encode(code))
				.update())
			.map((code) -> code.replaceAll("(.{4})(?!$)", "$1-"))
			.toList();
	}

	/** Turns codes off. */
	void stop(MemberId member) {
		end(member);
		this.alerts.codesStopped(member);
	}

	/**
	 * Turns codes off, and tells nobody.
	 * @return false if they were off
	 */
	public boolean end(MemberId member) {
		return this.sql.sql("delete from code_secret where member_id = ?").param(member.value()).update() == 1;
	}

	/** Whether the member’s role counts only once they use codes. */
	@Transactional(readOnly = true)
	public boolean areOwed(MemberId member) {
		return this.sql.sql("""
				select exists (select from member where id = ? and role <> 'MEMBER')
				and exists (select from setting where name = ?)
				""").params(member.value(), STAFF).query(Boolean.class).single();
	}

	/** Whether somebody signed in with two factors. */
	@Transactional(readOnly = true)
	boolean isStrong(@Nullable SignInId here) {
		return this.sql.sql("select exists (select from sign_in where id = ? and strong)")
			.param((here != null) ? here.value() : 0)
			.query(Boolean.class)
			.single();
	}

	private boolean acceptBackup(MemberId member, String code) {
		return this.sql.sql("select code_hash from backup_code where member_id = ?")
			.param(member.value())
			.query(String.class)
			.list()
			.stream()
			.filter((hash) -> this.hashes.matches(code, hash))
			.findFirst()
			.filter((hash) -> this.sql.sql("delete from backup_code where member_id = ? and code_hash = ?")
				.params(member.value(), hash)
				.update() == 1)
			.isPresent();
	}

	/** The code of this moment, or of the one before or after: clocks differ. */
	private long step(byte[] secret, String typed) {
		var code = plain(typed);
		var key = new SecretKeySpec(secret, "RAW");
		var now = this.clock.instant();
		for (var off = -1; off <= 1; off++) {
			var at = now.plus(GENERATOR.getTimeStep().multipliedBy(off));
			try {
				if (GENERATOR.generateOneTimePasswordString(key, at, Locale.ROOT).equals(code)) {
					return at.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
				}
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return -1;
	}

	/** Without what people type between the characters; digits of every script. */
	private static String plain(String typed) {
		var plain = new StringBuilder();
		typed.codePoints()
			.limit(100)
			.filter(Character::isLetterOrDigit)
			.map((sign) -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : Character.toLowerCase(sign))
			.forEach(plain::appendCodePoint);
		return plain.toString();
	}

	private static byte[] random(int bytes) {
		var random = new byte[bytes];
		RANDOM.nextBytes(random);
		return random;
	}

}
