/** Publishing and editing posts, and linking them to the questions that they address. */
@NamedInterface("publishing")
@NullMarked
package org.afterword.conversation.publishing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
