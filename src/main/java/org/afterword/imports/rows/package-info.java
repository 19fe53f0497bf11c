/**
 * The rows of the preview: one question each, with the rules for numbers, names and text.
 */
@NullMarked
package org.afterword.imports.rows;

import org.jspecify.annotations.NullMarked;
