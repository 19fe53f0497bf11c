/** Whose posts wait for a facilitator before others read them. */
@NullMarked
package org.afterword.conversation.trust;

import org.jspecify.annotations.NullMarked;
