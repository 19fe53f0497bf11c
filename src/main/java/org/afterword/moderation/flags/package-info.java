/** Members flag posts, and staff decide the cases. */
@NamedInterface("flags")
@NullMarked
package org.afterword.moderation.flags;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
