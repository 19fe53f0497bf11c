/** Signing in and joining by an identity provider (OpenID Connect). */
@NullMarked
package org.afterword.account.providers;

import org.jspecify.annotations.NullMarked;
