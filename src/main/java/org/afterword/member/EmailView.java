package org.afterword.member;

/**
 * An address of a member, for that member only.
 *
 * @param primary whether e-mails go there
 * @param confirmed whether they have confirmed that it is theirs
 */
public record EmailView(long id, Email email, boolean primary, boolean confirmed) {

}
