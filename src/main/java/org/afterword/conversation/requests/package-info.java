/** Asking a person to answer a question. */
@NamedInterface("requests")
@NullMarked
package org.afterword.conversation.requests;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
