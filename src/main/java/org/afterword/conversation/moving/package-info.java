/** Moving posts to another topic, and splitting and joining questions. */
@NamedInterface("moving")
@NullMarked
package org.afterword.conversation.moving;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
