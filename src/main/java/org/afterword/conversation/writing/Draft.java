package org.afterword.conversation.writing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Words that were kept before they were posted.
 *
 * @param revision by which a form says which words it has seen
 * @param body as it was typed
 * @param form its other fields
 * @param copy whether newer words stand in its place
 */
public record Draft(long id, long revision, String body, Map<String, List<String>> form, Instant savedAt,
		boolean copy) {

}
