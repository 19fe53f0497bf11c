/** A member’s data as a file, leaving, and erasure on request. */
@NullMarked
package org.afterword.account.leaving;

import org.jspecify.annotations.NullMarked;
