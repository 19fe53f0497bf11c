package org.afterword.topic.claims;

import org.afterword.kernel.Slug;
import org.afterword.topic.PlaceholderId;

/**
 * A placeholder that a member may be.
 *
 * @param initials whether the label is no more than initials
 */
public record Fit(PlaceholderId placeholder, String label, boolean initials, Slug slug, String title) {

}
