package org.afterword.bench.content;

import java.util.List;

/**
 * How much there is of everything.
 *
 * @param pattern how many posts the topics have, in turn
 * @param longest how many the longest topic has; 0 where none is longer than the others
 */
public record Size(String name, int topics, int longest, int members, List<Integer> pattern) {

	/** Two hundred topics with 3,200 posts, on which speed is measured. */
	static final Size SMALL = new Size("small", 200, 0, 400, List.of(4, 6, 8, 10, 12, 16, 22, 50));

	/** A size by its name: "small", or how many posts there are: "1000000". */
	public static Size of(String name) {
		if (name.equals("small")) {
			return SMALL;
		}
		var posts = Integer.parseInt(name);
		return new Size(name, posts / 25, posts / 100, Math.max(400, posts / 100),
				List.of(5, 8, 10, 14, 18, 24, 39, 80));
	}

	/** Half a year of webinars on one page of history is enough for a small forum. */
	int days() {
		return Math.clamp(this.topics / 2L, 180, 1_800);
	}

}
