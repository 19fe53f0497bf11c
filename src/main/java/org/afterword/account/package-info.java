/** Joining, signing in and out, the ways to do so, addresses and roles. */
@ApplicationModule(allowedDependencies = { "topic", "mail", "site", "limit" })
@NullMarked
package org.afterword.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
