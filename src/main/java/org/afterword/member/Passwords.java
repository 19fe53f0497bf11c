package org.afterword.member;

import java.util.Locale;
import java.util.Optional;

import org.afterword.member.password.Password;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members’ passwords, of which only hashes are kept. */
@Service
@Transactional
public class Passwords {

	private final MemberRepository members;

	private final Emails emails;

	private final PasswordEncoder encoder;

	private final JdbcClient sql;

	Passwords(MemberRepository members, Emails emails, PasswordEncoder encoder, JdbcClient sql) {
		this.members = members;
		this.emails = emails;
		this.encoder = encoder;
		this.sql = sql;
	}

	/**
	 * What must be proved to sign in under this name, or to learn that one waits for
	 * approval; empty if nobody may. An address belongs to whoever has confirmed it;
	 * until somebody has, to the first who joined with it.
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
			.query((row, number) -> new Credentials(Members.viewer(row, number), row.getString("password_hash")))
			.optional();
	}

	/** Whether a password is right. It signs nobody in. */
	@Transactional(readOnly = true)
	public boolean isRight(MemberId id, String password) {
		return hash(id).filter((hash) -> this.encoder.matches(password, hash)).isPresent();
	}

	/** Whether this member has a password. */
	@Transactional(readOnly = true)
	public boolean has(MemberId id) {
		return hash(id).isPresent();
	}

	/**
	 * Whether a password is only the member’s handle, an address of theirs, or the name
	 * of the community or the program.
	 */
	@Transactional(readOnly = true)
	public boolean isGuessable(MemberId id, String password, String community) {
		var handle = this.sql.sql("select handle from member where id = ?")
			.param(id.value())
			.query(String.class)
			.single();
		return Password.isGuessable(password, handle, "", community) || this.emails.of(id)
			.stream()
			.anyMatch((one) -> Password.isGuessable(password, handle, one.email().value(), community));
	}

	/**
	 * Changes a password.
	 * @return false if the old one is not right; then nothing was changed
	 */
	public boolean change(MemberId id, String old, Password password) {
		var right = isRight(id, old);
		if (right) {
			set(id, password);
		}
		return right;
	}

	/** Keeps the same password under a better hash, made after it was proved right. */
	public void keepHash(MemberId id, String hash) {
		this.members.changePassword(id.value(), hash);
	}

	/**
	 * Sets a new password, whatever the member had before. Nobody needs to allow it, so
	 * the caller must know that it is the member who asks.
	 */
	public void set(MemberId id, Password password) {
		this.members.changePassword(id.value(), encode(password));
	}

	/** Removes the password: the member signs in by other means, or sets a new one. */
	public void remove(MemberId id) {
		this.members.changePassword(id.value(), null);
	}

	String encode(Password password) {
		var hash = this.encoder.encode(password.value());
		if (hash == null) {
			throw new IllegalStateException("No hash");
		}
		return hash;
	}

	/** Empty without a password, and where there is no such member. */
	private Optional<String> hash(MemberId id) {
		return this.sql.sql("select password_hash from member where id = ? and password_hash is not null")
			.param(id.value())
			.query(String.class)
			.optional();
	}

}
