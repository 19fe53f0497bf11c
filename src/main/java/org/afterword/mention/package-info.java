/** People named in a text, found among the candidates that the caller gives. */
@ApplicationModule(allowedDependencies = { "topic" })
@NullMarked
package org.afterword.mention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
