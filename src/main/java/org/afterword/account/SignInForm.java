package org.afterword.account;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to sign in.
 *
 * @param password is asked for again, never shown
 * @param remember null unless it was ticked
 */
public record SignInForm(String name, String password, @Nullable String remember) {

	public static final SignInForm EMPTY = new SignInForm(null, null, null);

	/** With the name of whoever is signed in already. */
	public static SignInForm of(Viewer viewer) {
		var handle = viewer.handle();
		return (handle != null) ? new SignInForm(handle.value(), null, null) : EMPTY;
	}

	public SignInForm(@Nullable String name, @Nullable String password, @Nullable String remember) {
		this.name = (name != null) ? name : "";
		this.password = (password != null) ? password : "";
		this.remember = remember;
	}

	@Override
	public String toString() {
		return "a form to sign in";
	}

}
