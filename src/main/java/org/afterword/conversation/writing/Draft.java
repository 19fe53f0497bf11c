package org.afterword.conversation.writing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Text that is kept before it is posted.
 *
 * @param revision by which a form says which text it has seen
 * @param body as it was typed
 * @param form its other fields
 * @param copy whether its place has a newer draft
 */
public record Draft(long id, long revision, String body, Map<String, List<String>> form, Instant savedAt,
		boolean copy) {

}
