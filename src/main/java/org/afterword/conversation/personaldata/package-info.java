/**
 * What members wrote: handed to them, taken away when they leave, and rendered again when
 * their names change.
 */
@NullMarked
package org.afterword.conversation.personaldata;

import org.jspecify.annotations.NullMarked;
