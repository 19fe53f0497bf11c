package org.afterword.site;

import java.util.Locale;

/** The parts of the page of settings, in their order. */
public enum Part {

	COMMUNITY, LOOK, READING, JOINING, POSTS, REASONS, STAFF, MAIL;

	/** The end of its message key, and of its anchor. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
