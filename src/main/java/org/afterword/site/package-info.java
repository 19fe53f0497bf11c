/**
 * The name, address and settings of this forum.
 */
@ApplicationModule(allowedDependencies = { "change" })
@NullMarked
package org.afterword.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
