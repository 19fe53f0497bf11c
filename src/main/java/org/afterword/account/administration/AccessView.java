package org.afterword.account.administration;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a member signs in: kinds and numbers, no secrets.
 *
 * @param reached whether an e-mail reaches them, so that they can sign in by a link
 * @param codesSince since when they use codes; null if they use none
 * @param backup how many backup codes are left
 * @param providers their names
 * @param sessions on how many devices they are signed in
 * @param remembered how many of these stay so
 * @param lastUsed when they were last here; null if they never were, or too long ago
 */
record AccessView(boolean password, boolean reached, int passkeys, @Nullable Instant codesSince, int backup,
		List<String> providers, int sessions, int remembered, @Nullable Instant lastUsed) {

}
