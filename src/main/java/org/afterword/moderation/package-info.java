/**
 * Flags, held posts, hiding, moves, suspension and private notes; here is what these
 * share: reasons, assignments, the audit log.
 */
@ApplicationModule(allowedDependencies = { "site", "topic", "topic :: claims", "question", "conversation",
		"conversation :: holding", "conversation :: moving", "conversation :: publishing", "conversation :: writing",
		"resource", "limit" })
@NullMarked
package org.afterword.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
