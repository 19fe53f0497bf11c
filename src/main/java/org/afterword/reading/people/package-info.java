/** The pages of members and of those known by initials. */
@NullMarked
package org.afterword.reading.people;

import org.jspecify.annotations.NullMarked;
