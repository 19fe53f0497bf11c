package org.afterword.reading.postpage;

import org.afterword.reading.TopicPage;
import java.util.List;

import org.afterword.conversation.writing.RevisionView;
import org.afterword.kernel.Rewording;
import org.afterword.reading.TopicHead;
import org.jspecify.annotations.Nullable;

/**
 * What a post was before its edits.
 *
 * @param number of the post
 * @param versions all versions, the newest first; null on the page of a single one
 * @param next the address of older versions; null where there are none
 * @param shown the version whose changes are shown
 * @param changes from the version before to the one that is shown
 * @param mayRemove whether the viewer may remove the text of that version
 */
record RevisionsPage(TopicHead head, int number, @Nullable List<RevisionView> versions, @Nullable String next,
		RevisionView shown, Rewording changes, boolean mayRemove) implements TopicPage {
}
