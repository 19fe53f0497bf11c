/** Joining, signing in and out, addresses and roles. */
@ApplicationModule(allowedDependencies = { "topic", "mail", "site" })
@NullMarked
package org.afterword.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
