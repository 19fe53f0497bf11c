/**
 * The pages that join modules: home, all questions, a topic in its two readings, one
 * question, one post.
 */
@ApplicationModule(allowedDependencies = { "topic", "topic :: claims", "topic :: people", "mention", "question",
		"account", "conversation", "conversation :: answers", "conversation :: proposals", "conversation :: requests",
		"conversation :: writing", "resource", "ready", "change", "moderation", "moderation :: flags",
		"moderation :: log", "moderation :: notes", "limit" })
@NullMarked
package org.afterword.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
