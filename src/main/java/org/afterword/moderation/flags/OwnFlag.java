package org.afterword.moderation.flags;

import java.time.Instant;

import org.afterword.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A flag, for the member who raised it.
 *
 * @param outcome what they are told; null where nothing was said
 */
record OwnFlag(long id, Slug slug, String title, int number, String reason, Instant at, CaseState state,
		@Nullable String outcome) {
}
