/** New questions that members propose, and what facilitators decide about them. */
@NamedInterface("proposals")
@NullMarked
package org.afterword.conversation.proposals;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
