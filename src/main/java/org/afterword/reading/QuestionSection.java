package org.afterword.reading;

import java.util.LinkedHashMap;
import java.util.List;

import org.afterword.kernel.QuestionNumber;

/**
 * One question in the reading by question.
 *
 * @param pinned its pinned answers in order, in full
 * @param excerpts other posts that address it, the first few
 * @param sources what those posts cite for it
 * @param lost sources for it whose addresses are missing
 */
public record QuestionSection(RegisterEntry question, List<PostEntry> pinned, List<PostEntry> excerpts,
		List<PostEntry.Source> sources, List<LostEntry> lost) {

	/** What posts cite for a question, each address once. */
	static List<PostEntry.Source> sources(List<PostEntry> posts, QuestionNumber question) {
		var sources = new LinkedHashMap<String, PostEntry.Source>();
		posts.stream()
			.flatMap((post) -> post.sourcesFor(question).stream())
			.forEach((source) -> sources.putIfAbsent(source.address(), source));
		return List.copyOf(sources.values());
	}

	/** How many replies there are beyond those shown. */
	public int more() {
		return Math.max(0, this.question.replies() - this.pinned.size() - this.excerpts.size());
	}

}
