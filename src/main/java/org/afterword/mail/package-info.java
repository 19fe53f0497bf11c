/**
 * The one door for mail: letters wait in an outbox until a mail server has taken them.
 */
@ApplicationModule(allowedDependencies = { "site" })
@NullMarked
package org.afterword.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
