/** The page where members set how they are shown and what they want. */
@NullMarked
package org.afterword.account.settings;

import org.jspecify.annotations.NullMarked;
