/**
 * Posts and replies, drafts and revisions, the questions they address, offered and
 * confirmed answers, pins.
 */
@ApplicationModule(
		allowedDependencies = { "site", "topic", "topic :: claims", "mention", "question", "account", "limit" })
@NullMarked
package org.afterword.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
