/** Joining, signing in and out, and roles. */
@ApplicationModule(allowedDependencies = { "topic" })
@NullMarked
package org.afterword.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
