/** Posts and replies, the questions they address, offered and confirmed answers, pins. */
@ApplicationModule(allowedDependencies = { "topic", "mention", "question" })
@NullMarked
package org.afterword.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
