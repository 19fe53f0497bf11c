package org.afterword.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed at the door; never the password.
 *
 * @param remember null unless it was ticked
 */
record SignInForm(@Nullable String name, @Nullable String remember) {

}
