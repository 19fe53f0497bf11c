/** The sources that posts cite, each known by its canonical address. */
@ApplicationModule(allowedDependencies = { "topic", "question", "conversation" })
@NullMarked
package org.afterword.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
