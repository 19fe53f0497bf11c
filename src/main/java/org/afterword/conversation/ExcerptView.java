package org.afterword.conversation;

/** How a post begins, and who wrote it. */
public record ExcerptView(int number, String author, String text) {

}
