package org.afterword.member;

import org.afterword.member.password.Password;

/** People who want to join, told only as far as a test cares. */
public final class Newcomers {

	/** The password of all of them. */
	public static final String PASSWORD = "seven seeds under the snow";

	private Newcomers() {
	}

	/** Tala, as @tala, at tala@example.org. */
	public static Newcomer called(String handle) {
		return new Newcomer(Profile.of(handle.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + handle.substring(1)),
				new Handle(handle), new Email(handle + "@example.org"), new Password(PASSWORD));
	}

}
