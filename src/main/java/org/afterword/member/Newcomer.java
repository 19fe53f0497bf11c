package org.afterword.member;

/**
 * Somebody who wants to join.
 *
 * @param email where letters reach them; nobody else sees it
 */
public record Newcomer(Profile profile, Handle handle, Email email, Password password) {

}
