package org.afterword.member;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who finds a member in the directory. Staff always do. */
public enum Listing {

	STAFF, MEMBERS, EVERYBODY;

	/** The listing of this word. */
	public static Optional<Listing> of(String word) {
		return Arrays.stream(values()).filter((one) -> one.word().equals(word)).findFirst();
	}

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
