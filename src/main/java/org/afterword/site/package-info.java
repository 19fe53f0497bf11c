/**
 * What this installation is called, where it stands, and how its administrators run it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.afterword.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
