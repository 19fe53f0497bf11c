package org.afterword.conversation.writing;

import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody writes in a topic: under it, to one of its posts, on the page of one of
 * its questions, or over one of its posts. Each place has one draft for each member.
 *
 * @param post number of the post that is replied to or edited; null where there is none
 * @param question on whose page it was begun; null where a post is there
 */
public record Place(Kind kind, @Nullable Integer post, @Nullable QuestionNumber question) {

	/** What becomes of the text there. */
	public enum Kind {

		REPLY, EDIT

	}

	/**
	 * A reply to a post where one is given, else on a question, else to the whole topic.
	 */
	public static Place reply(@Nullable Integer to, @Nullable QuestionNumber question) {
		return new Place(Kind.REPLY, to, (to != null) ? null : question);
	}

	/** An edit of a post. */
	public static Place edit(int post) {
		return new Place(Kind.EDIT, post, null);
	}

}
