package org.afterword.account;

import org.jspecify.annotations.Nullable;

/** A code as it was typed. */
record CodeForm(String code) {

	CodeForm(@Nullable String code) {
		this.code = (code != null) ? code : "";
	}

	@Override
	public String toString() {
		return "a form with a code";
	}

}
