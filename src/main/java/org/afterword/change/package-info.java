/** What changed in the database, seen by every node within a fraction of a second. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.afterword.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
