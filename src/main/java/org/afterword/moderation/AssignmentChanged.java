package org.afterword.moderation;

import org.afterword.member.MemberId;

/**
 * A row of the desk was assigned to somebody, or is no longer; published inside the
 * transaction. One that ends by the clock is not published.
 *
 * @param section of the desk
 * @param assigned false where it is no longer assigned
 * @param by who did it
 */
public record AssignmentChanged(String section, long row, boolean assigned, MemberId by) {

}
