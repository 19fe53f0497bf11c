package org.afterword.moderation.flags;

import java.util.Locale;

/** How far the flags of a post have come. */
enum CaseState {

	OPEN,
	/** Those who flagged were right. */
	UPHELD,
	/** The post stays as it is. */
	DISMISSED;

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
