package org.afterword.moderation.flags;

import org.jspecify.annotations.Nullable;

/**
 * What one member may do about a post, and has done.
 *
 * @param may whether they may flag it now
 * @param last their last flag of it; null where they raised none
 */
public record Flagging(boolean may, @Nullable OwnFlag last) {
}
