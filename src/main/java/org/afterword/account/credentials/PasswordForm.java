package org.afterword.account.credentials;

import java.util.function.Predicate;

import org.afterword.account.FormChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** A new password, and the old one that allows it. */
public record PasswordForm(String old, String password) {

	public PasswordForm(@Nullable String old, @Nullable String password) {
		this.old = (old != null) ? old : "";
		this.password = (password != null) ? password : "";
	}

	/**
	 * @param isGuessable whether a password is guessable for this member
	 */
	public void check(Errors errors, Predicate<String> isGuessable) {
		FormChecks.password(errors, this.password, "", "", "");
		if (!errors.hasErrors() && isGuessable.test(this.password)) {
			errors.rejectValue("password", "password.guessable");
		}
	}

	@Override
	public String toString() {
		return "a form with passwords";
	}

}
