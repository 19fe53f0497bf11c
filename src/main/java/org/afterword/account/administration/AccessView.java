package org.afterword.account.administration;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * By which ways a member can come in: kinds and numbers, and nothing that opens a door.
 *
 * @param reached whether a letter reaches them, so that a link by mail lets them in
 * @param codesSince when they began with codes; null if they are asked for none
 * @param paper how many codes on paper are left
 * @param providers their names
 * @param sessions on how many devices they are signed in
 * @param remembered how many of these stay so
 * @param lastUsed when they were last here; null if they never were, or too long ago
 */
record AccessView(boolean password, boolean reached, int passkeys, @Nullable Instant codesSince, int paper,
		List<String> providers, int sessions, int remembered, @Nullable Instant lastUsed) {

}
