package org.afterword.mail;

/**
 * A letter, for whoever builds the forum.
 *
 * @param plain empty once the words were dropped
 * @param html empty once the words were dropped
 */
public record WordsView(long id, String to, String subject, String plain, String html) {

}
