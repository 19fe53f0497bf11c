package org.afterword.mention;

import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a name in a text means. A placeholder stays the one who is meant after it was
 * claimed, so that a claim can be undone; its member is then known as well.
 *
 * @param handle of the member; null for a placeholder that nobody has claimed, and for
 * those who left
 * @param name as others see it
 * @param left whether they were a member, and are no more
 */
public record MentionTarget(@Nullable MemberId member, @Nullable PlaceholderId placeholder, @Nullable Handle handle,
		String name, boolean left) {

	/** Whether they have not joined yet. */
	public boolean isWaiting() {
		return this.handle == null && !this.left;
	}

}
