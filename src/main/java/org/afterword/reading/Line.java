package org.afterword.reading;

import org.jspecify.annotations.Nullable;

/**
 * What stands at one number of a conversation: a post, or a line that says where it went;
 * one line for a row of posts that were brought back.
 *
 * @param post null where the post has moved, and where its markup is ready
 * @param movedTo address of the post that stood here; null where it still does
 * @param until the last of those that stood here for a while, and are back where they
 * came from; null for everything else
 * @param firstNew whether the "new since your last visit" line stands above it
 * @param markup of the post
 */
public record Line(int number, @Nullable PostEntry post, @Nullable String movedTo, @Nullable Integer until,
		boolean firstNew, PostMarkup markup) {

	public Line(int number, @Nullable PostEntry post, @Nullable String movedTo, @Nullable Integer until,
			boolean firstNew) {
		this(number, post, movedTo, until, firstNew, PostMarkup.none());
	}

	/** Whether a post stands here. */
	public boolean isPost() {
		return this.movedTo == null;
	}

	/** The same under the "new since your last visit" line. */
	public Line asFirstNew() {
		return new Line(this.number, this.post, this.movedTo, this.until, true, this.markup);
	}

	/** The same with markup that somebody keeps. */
	Line with(PostMarkup other) {
		return new Line(this.number, this.post, this.movedTo, this.until, this.firstNew, other);
	}

	/** The same without the post, once its markup is ready. */
	Line ready() {
		return isPost() ? new Line(this.number, null, null, null, false, PostMarkup.ready(this.markup.html())) : this;
	}

}
