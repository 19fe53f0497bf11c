package org.afterword.account.credentials;

import java.time.Instant;

/** One line of the list of a member’s passkeys. */
record PasskeyView(String id, String name, Instant createdAt, Instant lastUsedAt) {

}
