package org.afterword.imports;

import java.util.List;
import java.util.Locale;

/** "Here is the study of the wells:" and nothing follows: the address got lost. */
final class LostSources {

	private LostSources() {
	}

	/** How many sources the lines announce without an address. */
	static int count(List<String> lines) {
		var count = 0;
		for (var at = 0; at < lines.size(); at++) {
			var announced = in(lines.get(at));
			if (announced > 0 && !hasAddress(next(lines, at + 1))) {
				count += announced;
			}
		}
		return count;
	}

	/** How many one text announces. */
	static int in(String text) {
		if (text.length() < 8 || hasAddress(text)) {
			return 0;
		}
		var count = 0;
		var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2_000);
		var since = Integer.MAX_VALUE;
		for (var at = 0; at < words.length; at++) {
			var here = words[at].equals("here") && at + 1 < words.length
					&& (words[at + 1].equals("is") || words[at + 1].equals("are") || words[at + 1].equals("s"));
			if (here) {
				since = -2;
			}
			else if (words[at].equals("this") || words[at].equals("these")) {
				since = 0;
			}
			else if (Words.isSource(words[at]) && since < 5) {
				count++;
				since = Integer.MAX_VALUE;
			}
			else if (since != Integer.MAX_VALUE) {
				since++;
			}
		}
		return count;
	}

	private static String next(List<String> lines, int from) {
		for (var at = from; at < Math.min(lines.size(), from + 3); at++) {
			if (!lines.get(at).isBlank()) {
				return lines.get(at);
			}
		}
		return "";
	}

	private static boolean hasAddress(String text) {
		return text.contains("://") || text.contains("www.") || text.contains("doi:") || text.contains("doi.org");
	}

}
