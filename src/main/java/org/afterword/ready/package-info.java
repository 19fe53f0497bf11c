/** Keeps what strangers read, ready to be sent, as long as nothing of it has changed. */
@ApplicationModule(allowedDependencies = { "change", "replica", "topic" })
@NullMarked
package org.afterword.ready;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
