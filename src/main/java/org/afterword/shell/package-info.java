/** What surrounds every page: layout, errors, security headers, database, start-up. */
@ApplicationModule(allowedDependencies = { "topic", "question", "account", "conversation", "conversation :: proposals",
		"conversation :: writing", "resource", "moderation", "imports", "reading", "reading :: desk", "demo", "mail",
		"site", "limit" })
@NullMarked
package org.afterword.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
