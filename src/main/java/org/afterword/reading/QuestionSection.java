package org.afterword.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.markup.LinkedWords;

/**
 * One question in the reading by question.
 *
 * @param pinned its pinned answers in order, in full
 * @param excerpts other posts that address it, the first few
 * @param sources what those posts cite for it, and its own words
 * @param lost sources for it whose addresses are missing
 */
public record QuestionSection(RegisterEntry question, List<PostEntry> pinned, List<PostEntry> excerpts,
		List<PostEntry.Source> sources, List<LostEntry> lost) {

	/**
	 * What is cited for a question, by posts and by its own words, each address once.
	 * @param duplicates what has joined it
	 */
	public static List<PostEntry.Source> sources(List<PostEntry> posts, RegisterEntry question,
			List<RegisterEntry> duplicates) {
		var sources = new LinkedHashMap<String, PostEntry.Source>();
		posts.stream()
			.flatMap((post) -> post.sourcesFor(question.number()).stream())
			.forEach((source) -> sources.putIfAbsent(key(source.address()), source));
		if (!question.withdrawn()) {
			Stream.concat(Stream.of(question), duplicates.stream().filter((duplicate) -> !duplicate.withdrawn()))
				.flatMap((asked) -> LinkedWords.addresses(asked.text()).stream())
				.forEach((address) -> sources.putIfAbsent(key(address), new PostEntry.Source(address, address,
						TopicResources.host(address), List.of(question.number()), true, null)));
		}
		return List.copyOf(sources.values());
	}

	private static String key(String address) {
		return WebAddress.of(address).map(WebAddress::key).orElse(address);
	}

	/** How many replies there are beyond those shown. */
	public int more() {
		return Math.max(0, this.question.replies() - this.pinned.size() - this.excerpts.size());
	}

}
