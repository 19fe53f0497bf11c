/**
 * Sessions and settings; in its packages joining, signing in, credentials, leaving, and
 * the administration of members.
 */
@ApplicationModule(allowedDependencies = { "topic", "mail", "site", "limit" })
@NullMarked
package org.afterword.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
