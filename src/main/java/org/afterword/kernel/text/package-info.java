/** Words as they were typed: whether they show anything, and what never stays in them. */
@NullMarked
package org.afterword.kernel.text;

import org.jspecify.annotations.NullMarked;
