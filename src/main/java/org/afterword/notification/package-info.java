/**
 * Notifies members once of what concerns them: named, replied to, answered, and what
 * became of their posts and flags.
 */
@ApplicationModule(allowedDependencies = { "site", "topic", "topic :: claims", "topic :: people", "question",
		"conversation", "conversation :: answers", "conversation :: requests", "resource", "moderation",
		"moderation :: flags" })
@NullMarked
package org.afterword.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
