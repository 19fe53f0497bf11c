/**
 * A webinar’s topic: its details, its people, and placeholders for those who have not
 * joined.
 */
@ApplicationModule(allowedDependencies = "site")
@NullMarked
package org.afterword.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
