/** Members who may not sign in for a time. */
@NullMarked
package org.afterword.member.suspension;

import org.jspecify.annotations.NullMarked;
