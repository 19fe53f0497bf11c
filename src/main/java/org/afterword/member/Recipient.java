package org.afterword.member;

import java.util.Locale;

/**
 * Somebody who can get an e-mail.
 *
 * @param email the address it goes to
 * @param language the member’s, or that of the site where they have chosen none
 */
public record Recipient(MemberId member, Handle handle, String name, Email email, Locale language) {

}
