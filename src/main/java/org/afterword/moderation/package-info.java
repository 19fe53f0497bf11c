/** Hiding with a reason, and the audit log of every staff act. */
@ApplicationModule(allowedDependencies = { "site", "topic", "topic :: claims", "question", "conversation",
		"conversation :: holding", "conversation :: moving", "conversation :: writing", "resource", "limit" })
@NullMarked
package org.afterword.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
