package org.afterword.account.joining;

import org.afterword.account.FormChecks;
import org.afterword.account.Secret;
import org.afterword.member.Email;
import org.afterword.member.Handle;
import org.afterword.member.Newcomer;
import org.afterword.member.Profile;
import org.afterword.member.password.Password;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** A newcomer, as typed. */
public record JoinForm(String name, String handle, String initials, String email, String password) {

	public JoinForm(@Nullable String name, @Nullable String handle, @Nullable String initials, @Nullable String email,
			@Nullable String password) {
		this.name = typed(name);
		this.handle = typed(handle);
		this.initials = typed(initials);
		this.email = typed(email);
		this.password = typed(password);
	}

	public static JoinForm empty() {
		return new JoinForm(null, null, null, null, null);
	}

	/**
	 * @param community its name, which makes a bad password
	 */
	public void check(Errors errors, String community) {
		checkWho(errors);
		FormChecks.email(errors, this.email);
		FormChecks.password(errors, this.password, plainHandle(), this.email.strip(), community);
	}

	/** For somebody who signs in by a passkey. */
	public void checkWithoutPassword(Errors errors) {
		checkWho(errors);
		FormChecks.email(errors, this.email);
	}

	/** For somebody whose address is known, and who needs no password. */
	public void checkWho(Errors errors) {
		FormChecks.name(errors, this.name);
		FormChecks.handle(errors, plainHandle());
		FormChecks.initials(errors, this.initials);
	}

	public Newcomer toNewcomer() {
		return new Newcomer(new Profile(this.name, this.initials, null, null, null), new Handle(plainHandle()),
				Email.of(this.email), new Password(this.password));
	}

	/** Somebody at this address, with a password that nobody knows. */
	public Newcomer toNewcomer(Email known) {
		return new Newcomer(new Profile(this.name, this.initials, null, null, null), new Handle(plainHandle()), known,
				new Password(Secret.random().value()));
	}

	private String plainHandle() {
		var stripped = this.handle.strip();
		return stripped.startsWith("@") ? stripped.substring(1) : stripped;
	}

	private static String typed(@Nullable String value) {
		return (value != null) ? value : "";
	}

	@Override
	public String toString() {
		return "a form to join";
	}

}
