/** A sample community, made through the use cases; loaded by the demo profile only. */
@ApplicationModule(allowedDependencies = { "topic", "topic :: claims", "question", "account", "conversation",
		"conversation :: answers", "conversation :: publishing", "resource", "moderation", "imports", "reading" })
@NullMarked
package org.afterword.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
