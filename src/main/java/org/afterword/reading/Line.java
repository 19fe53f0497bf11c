package org.afterword.reading;

import org.jspecify.annotations.Nullable;

/**
 * What stands at one number of a conversation: a post, or a line that says where it went.
 *
 * @param post null where the post has moved
 * @param movedTo address of the post that stood here; null where it still does
 * @param firstNew whether the "new since your last visit" line stands above it
 */
public record Line(int number, @Nullable PostEntry post, @Nullable String movedTo, boolean firstNew) {

}
