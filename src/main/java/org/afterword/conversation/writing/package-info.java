/** Replies, edits and drafts: what people see while they type, and what was edited. */
@NamedInterface("writing")
@NullMarked
package org.afterword.conversation.writing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
