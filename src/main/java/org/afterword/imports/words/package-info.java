/**
 * Words and punctuation by which the other packages recognise questions in pasted text.
 */
@NullMarked
package org.afterword.imports.words;

import org.jspecify.annotations.NullMarked;
