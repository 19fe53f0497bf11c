/** Names, posts and questions offered while somebody types. */
@NullMarked
package org.afterword.reading.suggestions;

import org.jspecify.annotations.NullMarked;
