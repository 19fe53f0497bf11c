/** Hiding with a reason, and the audit log of every staff act. */
@ApplicationModule(allowedDependencies = { "site", "topic", "question", "conversation", "resource", "limit" })
@NullMarked
package org.afterword.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
