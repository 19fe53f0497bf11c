package org.afterword.topic;

import org.afterword.kernel.Slug;

/**
 * A placeholder that a member may be.
 *
 * @param initials whether the label is no more than initials
 */
public record Fit(PlaceholderId placeholder, String label, boolean initials, Slug slug, String title) {

}
