/** Reads pasted text, a list or an export, into the rows of a preview. */
@NullMarked
package org.afterword.imports.lists;

import org.jspecify.annotations.NullMarked;
