/**
 * What concerns a member, told once: named, replied to, answered, and what became of
 * their posts and flags.
 */
@ApplicationModule(allowedDependencies = { "site", "topic", "question", "conversation", "resource", "moderation" })
@NullMarked
package org.afterword.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
