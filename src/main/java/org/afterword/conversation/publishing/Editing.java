package org.afterword.conversation.publishing;

/**
 * A post as somebody finds it who is about to edit it.
 *
 * @param words as they were typed
 * @param revision how often they were changed, from 1; what an edit must give back
 * @param own whether it is the editor’s own post, so that it needs no reason
 */
public record Editing(String words, int revision, boolean own) {

}
