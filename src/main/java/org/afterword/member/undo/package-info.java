/** How acts of staff that the log shows are undone. */
@NullMarked
package org.afterword.member.undo;

import org.jspecify.annotations.NullMarked;
