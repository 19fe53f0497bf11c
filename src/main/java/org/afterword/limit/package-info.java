/** How often a thing may be tried, at the doors and where people write. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.afterword.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
