/**
 * Outgoing e-mail: waits in an outbox until a mail server accepts it.
 */
@ApplicationModule(allowedDependencies = { "site" })
@NullMarked
package org.afterword.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
