package org.afterword.account.credentials;

import org.jspecify.annotations.Nullable;

/** A new password, and the old one that allows it. */
public record PasswordForm(String old, String password) {

	public PasswordForm(@Nullable String old, @Nullable String password) {
		this.old = (old != null) ? old : "";
		this.password = (password != null) ? password : "";
	}

	@Override
	public String toString() {
		return "a form with passwords";
	}

}
