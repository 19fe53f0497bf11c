/** Posts as they are typed: Markdown as decision 14 means it. */
@NullMarked
package org.afterword.kernel.markup;

import org.jspecify.annotations.NullMarked;
