/** Suspending members. */
@NullMarked
package org.afterword.moderation.suspension;

import org.jspecify.annotations.NullMarked;
