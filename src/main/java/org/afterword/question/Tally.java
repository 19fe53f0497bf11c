package org.afterword.question;

/**
 * What a conversation says of a question.
 *
 * @param replies published posts that address it
 * @param answers confirmed answers among them
 */
public record Tally(int replies, int answers) {

	public static final Tally NONE = new Tally(0, 0);

}
