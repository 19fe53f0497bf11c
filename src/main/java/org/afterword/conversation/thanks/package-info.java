/** Thanking for a post. */
@NullMarked
package org.afterword.conversation.thanks;

import org.jspecify.annotations.NullMarked;
