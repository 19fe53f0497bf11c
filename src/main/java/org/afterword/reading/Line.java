package org.afterword.reading;

import org.jspecify.annotations.Nullable;

/**
 * What stands at one number of a conversation: a post, or a line that says where it went;
 * one line for a row of posts that were brought back.
 *
 * @param post null where the post has moved
 * @param movedTo address of the post that stood here; null where it still does
 * @param until the last of those that stood here for a while, and are back where they
 * came from; null for everything else
 * @param firstNew whether the "new since your last visit" line stands above it
 */
public record Line(int number, @Nullable PostEntry post, @Nullable String movedTo, @Nullable Integer until,
		boolean firstNew) {

}
