/** The numbered questions of a topic: their register and their status. */
@ApplicationModule(allowedDependencies = { "topic", "topic :: claims" })
@NullMarked
package org.afterword.question;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
