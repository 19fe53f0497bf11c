package org.afterword.resource;

/**
 * A source that a post announces without an address, or that somebody asks of it.
 *
 * @param what the words that name it
 * @param sentence that announces it; empty where somebody asks for it
 * @param post the number of the post
 * @param author who wrote it, as others see them
 * @param mayDismiss whether this viewer may say that nothing is missing
 */
record MissingSource(long id, String what, String sentence, int post, String author, boolean mayDismiss) {

}
