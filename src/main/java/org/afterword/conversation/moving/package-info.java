/** Moving posts to another topic, splitting questions, and merging duplicates. */
@NamedInterface("moving")
@NullMarked
package org.afterword.conversation.moving;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
