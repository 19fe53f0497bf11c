/** Reading from a streaming replica of the database, where one is named. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.afterword.replica;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
