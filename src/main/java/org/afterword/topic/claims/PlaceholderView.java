package org.afterword.topic.claims;

import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder as a list shows it.
 *
 * @param member who is known to be it; null for nobody
 */
public record PlaceholderView(PlaceholderId id, String label, @Nullable PersonView member) {

}
