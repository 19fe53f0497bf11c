/** A topic as a conversation and by question, and its posts. */
@NullMarked
package org.afterword.reading.topicpage;

import org.jspecify.annotations.NullMarked;
