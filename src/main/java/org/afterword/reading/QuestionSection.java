package org.afterword.reading;

import java.util.List;

/**
 * One question in the reading by question.
 *
 * @param pinned its pinned answers in order, in full
 * @param excerpts other posts that address it, the first few
 * @param sources what those posts cite
 */
public record QuestionSection(RegisterEntry question, List<PostEntry> pinned, List<PostEntry> excerpts,
		List<PostEntry.Source> sources) {

	/** How many replies there are beyond those shown. */
	public int more() {
		return Math.max(0, this.question.replies() - this.pinned.size() - this.excerpts.size());
	}

}
