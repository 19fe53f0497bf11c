/** How often something may be tried: signing in, joining, writing, searching. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.afterword.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
