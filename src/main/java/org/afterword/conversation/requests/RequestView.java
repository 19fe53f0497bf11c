package org.afterword.conversation.requests;

import java.time.Instant;

import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to answer a question, and has not yet.
 *
 * @param who is asked
 * @param note for everybody to read; null for none
 * @param by who asks
 * @param mine whether this viewer is asked
 */
public record RequestView(long id, PersonView who, @Nullable String note, String by, Instant at, boolean mine) {

}
