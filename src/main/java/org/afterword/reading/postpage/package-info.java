/** A post’s own page, and what it was before its edits. */
@NullMarked
package org.afterword.reading.postpage;

import org.jspecify.annotations.NullMarked;
