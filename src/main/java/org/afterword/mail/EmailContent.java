package org.afterword.mail;

/**
 * An e-mail with its text.
 *
 * @param plain empty if it was deleted
 * @param html empty if it was deleted
 */
public record EmailContent(long id, String to, String subject, String plain, String html) {

}
