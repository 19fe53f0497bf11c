/** A webinar's list of questions becomes a topic: the pages, and what is kept. */
@ApplicationModule(allowedDependencies = { "topic", "topic :: claims", "question", "conversation",
		"conversation :: answers", "conversation :: publishing", "resource" })
@NullMarked
package org.afterword.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
