package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.afterword.kernel.questions.QuestionWords;

/**
 * The text of one paragraph, heading or cell: as a reader sees it, and as it is searched
 * for references.
 */
final class BlockText {

	/** Stands for a link or code, in which nothing is searched. */
	private static final char OPAQUE = '\uFFFC';

	/** What a reader sees. */
	final StringBuilder seen = new StringBuilder();

	/** What is searched. */
	final StringBuilder words = new StringBuilder();

	/** The addresses of the links, by the place in {@link #words}. */
	private final SequencedMap<Integer, String> links = new LinkedHashMap<>();

	/** The numbers of posts, with the place in {@link #words}. */
	final Map<References.PostNumber, Integer> posts = new LinkedHashMap<>();

	void plain(String text) {
		this.seen.append(text);
		this.words.append(text);
	}

	void post(References.PostNumber post) {
		this.posts.put(post, this.words.length());
		plain("#" + post.written);
	}

	void link(String address, String text) {
		this.links.put(this.words.length(), address);
		opaque(text);
	}

	boolean isLinked() {
		return !this.links.isEmpty();
	}

	void opaque(String text) {
		this.seen.append(text);
		this.words.append(OPAQUE);
	}

	/** Whether it consists of the numbers of questions. */
	boolean isNumber(List<QuestionWords.Found> found) {
		return found.size() == 1 && found.getFirst().leads()
				&& this.words.substring(found.getFirst().end())
					.codePoints()
					.noneMatch((sign) -> Character.isLetterOrDigit(sign) || sign == OPAQUE);
	}

	/**
	 * The whole block; its lines, if several begin with a question's number, as people
	 * write in mail without empty lines.
	 */
	List<Parts.Stretch> stretches(List<QuestionWords.Found> found, boolean quoted) {
		var counting = found.stream().filter((one) -> !quoted || one.leads()).toList();
		var starts = counting.stream().map((one) -> startOfLine(one.start())).filter((at) -> at >= 0).toList();
		var lines = this.words.toString().split("\n", -1);
		var seenLines = this.seen.toString().split("\n", -1);
		if (starts.size() < 2 || lines.length != seenLines.length) {
			return List.of(stretch(this.seen.toString(), counting, 0, this.words.length() + 1));
		}
		var stretches = new ArrayList<Parts.Stretch>();
		var text = new StringBuilder();
		var from = 0;
		var at = 0;
		for (var number = 0; number < lines.length; number++) {
			if (at > from && starts.contains(at)) {
				stretches.add(stretch(text.toString(), counting, from, at));
				text.setLength(0);
				from = at;
			}
			text.append(text.isEmpty() ? "" : "\n").append(seenLines[number]);
			at += lines[number].length() + 1;
		}
		stretches.add(stretch(text.toString(), counting, from, at));
		return List.copyOf(stretches);
	}

	private Parts.Stretch stretch(String text, List<QuestionWords.Found> found, int from, int to) {
		return new Parts.Stretch(text,
				found.stream()
					.filter((one) -> from <= one.start() && one.start() < to)
					.flatMap((one) -> one.numbers().stream())
					.distinct()
					.toList(),
				this.links.entrySet()
					.stream()
					.filter((one) -> from <= one.getKey() && one.getKey() < to)
					.map(Map.Entry::getValue)
					.distinct()
					.toList());
	}

	/** The start of the line of which the first word is at the place; -1 for others. */
	private int startOfLine(int place) {
		var start = place;
		while (start > 0 && this.words.charAt(start - 1) != '\n') {
			start--;
			if (!Character.isWhitespace(this.words.charAt(start))) {
				return -1;
			}
		}
		return start;
	}

}
