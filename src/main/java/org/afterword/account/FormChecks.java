package org.afterword.account;

import org.afterword.kernel.text.Blank;
import org.afterword.member.Email;
import org.afterword.member.Handle;
import org.afterword.member.Profile;
import org.afterword.member.password.Password;

import org.springframework.validation.Errors;

/** What the forms about people have in common: each reason stands beside its field. */
public final class FormChecks {

	private FormChecks() {
	}

	public static void name(Errors errors, String name) {
		if (Blank.is(name)) {
			errors.rejectValue("name", "person.name.missing");
		}
		else if (!Profile.isName(name)) {
			errors.rejectValue("name", "person.name.form");
		}
	}

	public static void handle(Errors errors, String handle) {
		if (Blank.is(handle)) {
			errors.rejectValue("handle", "handle.missing");
		}
		else if (!Handle.matches(handle)) {
			errors.rejectValue("handle", "handle.form");
		}
	}

	public static void initials(Errors errors, String initials) {
		if (!initials.isBlank() && !Profile.isInitials(initials)) {
			errors.rejectValue("initials", "person.initials.form");
		}
	}

	public static void email(Errors errors, String email) {
		if (Blank.is(email)) {
			errors.rejectValue("email", "join.email.missing");
		}
		else if (!Email.matches(email.strip())) {
			errors.rejectValue("email", "join.email.form");
		}
	}

	/**
	 * @param community its name; empty where it has none yet
	 */
	public static void password(Errors errors, String password, String handle, String email, String community) {
		if (password.isEmpty()) {
			errors.rejectValue("password", "password.missing");
		}
		else if (Password.isTooShort(password)) {
			errors.rejectValue("password", "password.short",
					new Object[] { password.codePointCount(0, password.length()), Password.SHORTEST }, null);
		}
		else if (Password.isTooLong(password)) {
			errors.rejectValue("password", "password.long", new Object[] { Password.LONGEST }, null);
		}
		else if (Password.isGuessable(password, handle, email, community)) {
			errors.rejectValue("password", "password.guessable");
		}
		else if (Password.isCommon(password)) {
			errors.rejectValue("password", "password.common");
		}
	}

}
