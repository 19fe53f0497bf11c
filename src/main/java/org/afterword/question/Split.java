package org.afterword.question;

/**
 * What becomes of a question that holds two.
 *
 * @param left the words that it keeps
 * @param part the words of the new question
 * @param below whether the new question gets the next letter below it, not the next
 * number
 * @param revision of the words that were looked at; others since then are a conflict
 */
public record Split(String left, String part, boolean below, int revision) {

}
