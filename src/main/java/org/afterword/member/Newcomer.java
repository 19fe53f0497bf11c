package org.afterword.member;

import org.afterword.member.password.Password;

/**
 * Somebody who wants to join.
 *
 * @param email where they get e-mails; nobody else sees it
 */
public record Newcomer(Profile profile, Handle handle, Email email, Password password) {

}
