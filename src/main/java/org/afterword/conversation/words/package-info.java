/** How the words of a post are read, stored and rendered. */
@NullMarked
package org.afterword.conversation.words;

import org.jspecify.annotations.NullMarked;
