package org.afterword.member;

import java.util.stream.Stream;

import org.afterword.kernel.NotFound;

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

	Passwords(MemberRepository members, Emails emails, PasswordEncoder encoder) {
		this.members = members;
		this.emails = emails;
		this.encoder = encoder;
	}

	/** Whether a password is right. Nobody comes in by this. */
	@Transactional(readOnly = true)
	public boolean isRight(MemberId id, String password) {
		var hash = existing(id).passwordHash();
		return hash != null && this.encoder.matches(password, hash);
	}

	/** Whether a password lets this member in. */
	@Transactional(readOnly = true)
	public boolean has(MemberId id) {
		return existing(id).passwordHash() != null;
	}

	/**
	 * Whether a password is only the member’s handle, an address of theirs, or the name
	 * of the community or the program.
	 */
	@Transactional(readOnly = true)
	public boolean isGuessable(MemberId id, String password, String community) {
		var handle = existing(id).handle().value();
		return isGuessable(password, handle, "", community) || this.emails.of(id)
			.stream()
			.anyMatch((one) -> isGuessable(password, handle, one.email().value(), community));
	}

	/**
	 * Whether a password is only the handle, the address, the name of the community or
	 * the program’s once more, with whatever digits and signs around it.
	 * @param community empty where it has no name yet
	 */
	public static boolean isGuessable(String password, String handle, String email, String community) {
		var mailbox = email.substring(0, Math.max(0, email.indexOf('@')));
		return Password.isMadeOf(password,
				Stream.concat(Stream.of(email, handle, mailbox, "afterword"), Password.wordsOf(community)));
	}

	/**
	 * Changes a password.
	 * @return false if the old one is not right; then nothing was changed
	 */
	public boolean change(MemberId id, String old, Password password) {
		var member = existing(id);
		if (member.passwordHash() == null || !this.encoder.matches(old, member.passwordHash())) {
			return false;
		}
		member.changePassword(encode(password));
		this.members.saveAndFlush(member);
		return true;
	}

	/** Keeps the same password under a better hash, made after it was proved right. */
	public void keepHash(MemberId id, String hash) {
		var member = existing(id);
		member.changePassword(hash);
		this.members.saveAndFlush(member);
	}

	/**
	 * Gives a member a new password, whatever they had before. Nobody needs to give
	 * leave, so whoever calls must know that it is them.
	 */
	public void set(MemberId id, Password password) {
		var member = existing(id);
		member.changePassword(encode(password));
		this.members.saveAndFlush(member);
	}

	/** From now on no password lets this member in, until they choose another one. */
	public void lock(MemberId id) {
		var member = existing(id);
		member.changePassword(null);
		this.members.saveAndFlush(member);
	}

	String encode(Password password) {
		var hash = this.encoder.encode(password.value());
		if (hash == null) {
			throw new IllegalStateException("No hash");
		}
		return hash;
	}

	private Member existing(MemberId id) {
		return this.members.findById(id.value()).orElseThrow(() -> new NotFound("member " + id));
	}

}
