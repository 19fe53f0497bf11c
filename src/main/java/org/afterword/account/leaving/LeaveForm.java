package org.afterword.account.leaving;

import java.util.Arrays;

import org.afterword.account.leaving.Leaving.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What becomes of the words of somebody who leaves, and what proves that it is them. */
record LeaveForm(String words, String password, String credential) {

	LeaveForm(@Nullable String words, @Nullable String password, @Nullable String credential) {
		this.words = (words != null) ? words : "";
		this.password = (password != null) ? password : "";
		this.credential = (credential != null) ? credential : "";
	}

	void check(Errors errors) {
		if (Arrays.stream(Words.values()).noneMatch((one) -> one.name().equals(this.words))) {
			errors.rejectValue("words", "leave.words.missing");
		}
	}

	Words toWords() {
		return Words.valueOf(this.words);
	}

	@Override
	public String toString() {
		return "leave, words " + this.words;
	}

}
