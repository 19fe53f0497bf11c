package org.afterword.topic;

import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a name in a topic may mean: a member, or a placeholder that nobody has
 * claimed. A claimed placeholder brings its label along with its member.
 *
 * @param label of the placeholder; null for a member who has none here
 */
public record Candidate(@Nullable MemberId member, @Nullable PlaceholderId placeholder, @Nullable Handle handle,
		String name, @Nullable String initials, @Nullable String label) {

}
