package org.afterword.account.credentials;

import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Characters;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A passkey that a browser has made, and what to call it.
 *
 * @param name on one line
 * @param credential as JSON; empty where no script has filled it in
 */
record PasskeyForm(String name, String credential) {

	PasskeyForm(@Nullable String name, @Nullable String credential) {
		this.name = (name != null) ? Characters.line(Blank.stripped(name)) : "";
		this.credential = (credential != null) ? credential : "";
	}

	void check(Errors errors) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "passkeys.name.missing");
		}
		else if (this.name.length() > Passkeys.LONGEST_NAME) {
			errors.rejectValue("name", "passkeys.name.form", new Object[] { Passkeys.LONGEST_NAME }, null);
		}
		else if (this.credential.isEmpty()) {
			errors.reject("passkeys.script");
		}
	}

}
