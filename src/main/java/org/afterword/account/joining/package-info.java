/** Becoming a member: joining, invitations, and the list of those who wait. */
@NullMarked
package org.afterword.account.joining;

import org.jspecify.annotations.NullMarked;
