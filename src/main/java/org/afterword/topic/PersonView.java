package org.afterword.topic;

import org.afterword.member.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a page shows them.
 *
 * @param name the display name, or the label of a placeholder
 * @param handle where their profile is; null for a placeholder that nobody has claimed
 */
public record PersonView(String name, @Nullable Handle handle) {

	public boolean isMember() {
		return this.handle != null;
	}

}
