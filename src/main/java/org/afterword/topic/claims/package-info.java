/** Members say that they are somebody known by initials, and facilitators decide. */
@NamedInterface("claims")
@NullMarked
package org.afterword.topic.claims;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
