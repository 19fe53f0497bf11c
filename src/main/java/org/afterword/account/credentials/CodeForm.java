package org.afterword.account.credentials;

import org.jspecify.annotations.Nullable;

/** A code as it was typed. */
public record CodeForm(String code) {

	public CodeForm(@Nullable String code) {
		this.code = (code != null) ? code : "";
	}

	@Override
	public String toString() {
		return "a form with a code";
	}

}
