/** Hiding and removing posts. */
@NullMarked
package org.afterword.moderation.hiding;

import org.jspecify.annotations.NullMarked;
