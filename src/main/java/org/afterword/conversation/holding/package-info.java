/** Posts that wait for a facilitator before others read them. */
@NamedInterface("holding")
@NullMarked
package org.afterword.conversation.holding;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
