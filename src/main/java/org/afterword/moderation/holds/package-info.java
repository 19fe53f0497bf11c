/** Approving or sending back posts that are held. */
@NullMarked
package org.afterword.moderation.holds;

import org.jspecify.annotations.NullMarked;
