package org.afterword.account.credentials;

import org.jspecify.annotations.Nullable;

/**
 * A passkey that a browser has made, and what to call it.
 *
 * @param credential as JSON; empty where no script has filled it in
 */
record PasskeyForm(String name, String credential) {

	PasskeyForm(@Nullable String name, @Nullable String credential) {
		this.name = (name != null) ? name : "";
		this.credential = (credential != null) ? credential : "";
	}

}
