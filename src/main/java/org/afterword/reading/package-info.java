/**
 * The pages that join modules: home, all questions, a topic in its two readings, one
 * question, one post.
 */
@ApplicationModule(allowedDependencies = { "topic", "mention", "question", "account", "conversation", "resource",
		"moderation", "limit" })
@NullMarked
package org.afterword.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
