/** The list of members, as far as whoever looks may see them. */
@NullMarked
package org.afterword.member.directory;

import org.jspecify.annotations.NullMarked;
