package org.afterword.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** An e-mail as it is stored in the outbox. */
record QueuedEmail(long id, String messageId, String to, String language, String subject, String plain, String html,
		Instant writtenAt, @Nullable Instant goodUntil, int attempts) {

}
