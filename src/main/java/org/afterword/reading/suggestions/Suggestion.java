package org.afterword.reading.suggestions;

/**
 * Something that can be named in a text.
 *
 * @param insert what stands in the text then
 * @param shown who or what it is
 * @param waiting somebody who has not joined yet
 */
record Suggestion(String insert, String shown, boolean waiting) {

}
