/** The home page and the lists of topics and questions. */
@NullMarked
package org.afterword.reading.home;

import org.jspecify.annotations.NullMarked;
