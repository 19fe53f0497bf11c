/** Signing in, by password, passkey, code or a link in an e-mail. */
@NullMarked
package org.afterword.account.signin;

import org.jspecify.annotations.NullMarked;
