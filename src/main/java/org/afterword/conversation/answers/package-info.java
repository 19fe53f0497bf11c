/** Confirming and pinning answers, and the status of questions. */
@NamedInterface("answers")
@NullMarked
package org.afterword.conversation.answers;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
