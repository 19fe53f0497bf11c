package org.afterword.reading.people;

import java.util.List;

import org.afterword.reading.FitEntry;
import org.afterword.reading.OwnClaim;
import org.afterword.reading.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Whom a member said to be.
 *
 * @param claims the newest first
 * @param next the address of older claims; null where there are none
 * @param fits the people known by initials whom they may be
 * @param asked what was asked by those that they turned out to be
 * @param named what names these
 */
record ClaimsPage(List<OwnClaim> claims, @Nullable String next, List<FitEntry> fits, List<Waiting> asked,
		List<ProfileEntry.Written> named) {
}
