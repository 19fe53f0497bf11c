/**
 * What members sign in with: passwords, passkeys, codes, addresses, and links to
 * providers.
 */
@NullMarked
package org.afterword.account.credentials;

import org.jspecify.annotations.NullMarked;
