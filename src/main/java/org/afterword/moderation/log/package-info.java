/** The log of staff acts, and undoing them. */
@NamedInterface("log")
@NullMarked
package org.afterword.moderation.log;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
