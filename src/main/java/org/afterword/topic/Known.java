package org.afterword.topic;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of one topic who is known by initials or a name.
 *
 * @param member who has claimed to be them; null for nobody
 */
public record Known(PlaceholderId id, String label, @Nullable PersonView member) {

}
