/** Choosing what moves to another topic. */
@NullMarked
package org.afterword.moderation.moves;

import org.jspecify.annotations.NullMarked;
