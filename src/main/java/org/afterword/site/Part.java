package org.afterword.site;

import java.util.Arrays;
import java.util.Locale;

/** The parts of the page of settings, in their order. */
public enum Part {

	COMMUNITY, LOOK, READING, JOINING, POSTS, REASONS, STAFF, MAIL;

	/** The part of this word; the first one where none is called so. */
	static Part of(String word) {
		return Arrays.stream(values()).filter((part) -> part.word().equals(word)).findFirst().orElse(COMMUNITY);
	}

	/** The end of its message key, and of its anchor. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
