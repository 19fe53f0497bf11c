package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds names where a text addresses somebody, at the beginning or the end of a line:
 * "Carlos - I agree", "Hi Prudence,", "Thank you, Dr. Osei." Whether they are names of
 * people in the topic, the caller finds out.
 */
public final class Salutations {

	/** In one text. */
	private static final int MOST_NAMES = 60;

	private static final int MOST_LINES = 2_000;

	private Salutations() {
	}

	/** What may be names, each once, in order. */
	public static List<String> in(String markdown) {
		var names = new LinkedHashSet<String>();
		for (var name : names(markdown)) {
			names.add(name.name());
		}
		return List.copyOf(names);
	}

	/**
	 * Puts an @ before each of these names, where it comes first.
	 * @param names as they were found, in any case
	 */
	public static String mentioning(String markdown, Collection<String> names) {
		var wanted = names.stream().map(Labels::key).collect(Collectors.toCollection(LinkedHashSet::new));
		var text = new StringBuilder(markdown);
		var shift = 0;
		for (var name : names(markdown)) {
			if (wanted.remove(Labels.key(name.name()))) {
				text.insert(name.start() + shift++, '@');
			}
		}
		return text.toString();
	}

	/** Code and quotes are skipped. */
	private static List<SalutationLine.Name> names(String markdown) {
		var names = new ArrayList<SalutationLine.Name>();
		var fenced = false;
		var lines = 0;
		for (var start = 0; start < markdown.length() && names.size() < MOST_NAMES && lines < MOST_LINES; lines++) {
			var end = markdown.indexOf('\n', start);
			end = (end < 0) ? markdown.length() : end;
			var line = markdown.substring(start, end);
			var fence = line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
			fenced ^= fence;
			if (!fence && !fenced && !line.stripLeading().startsWith(">") && !line.isBlank()) {
				for (var name : SalutationLine.names(line)) {
					names.add(new SalutationLine.Name(start + name.start(), name.name()));
				}
			}
			start = end + 1;
		}
		return names;
	}

}
