/** A question’s page and its history. */
@NullMarked
package org.afterword.reading.questionpage;

import org.jspecify.annotations.NullMarked;
