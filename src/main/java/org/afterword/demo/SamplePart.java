package org.afterword.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One part of a sample text: a line {@code === post 7}, heads as {@code key: value}, an
 * empty line, and Markdown up to the next such line.
 */
record SamplePart(String title, Map<String, List<String>> heads, String words) {

	private static final String MARK = "=== ";

	static List<SamplePart> read(String text) {
		var parts = new ArrayList<SamplePart>();
		var lines = new ArrayList<String>();
		for (var line : text.lines().toList().reversed()) {
			if (line.startsWith(MARK)) {
				parts.addFirst(of(line.substring(MARK.length()).strip(), lines.reversed()));
				lines.clear();
			}
			else {
				lines.add(line);
			}
		}
		check(lines.stream().allMatch(String::isBlank), "words before the first “%s”".formatted(MARK));
		return parts;
	}

	static void check(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

	boolean is(String kind) {
		return this.title.startsWith(kind + " ");
	}

	/** What follows the kind in the title: {@code 7} of {@code post 7}. */
	String numbered(String kind) {
		check(is(kind), "a %s was expected, not “%s”".formatted(kind, this.title));
		return this.title.substring(kind.length()).strip();
	}

	/** Refuses a header that nothing reads, because it is misspelt. */
	void allow(String... keys) {
		for (var key : this.heads.keySet()) {
			check(Set.of(keys).contains(key), "%s: unknown head “%s”".formatted(this.title, key));
		}
	}

	String get(String key) {
		var value = find(key);
		if (value == null) {
			throw new IllegalArgumentException("%s: no “%s”".formatted(this.title, key));
		}
		return value;
	}

	@Nullable String find(String key) {
		var values = all(key);
		check(values.size() < 2, "%s: “%s” is there twice".formatted(this.title, key));
		return values.isEmpty() ? null : values.getFirst();
	}

	List<String> all(String key) {
		return this.heads.getOrDefault(key, List.of());
	}

	List<String> list(String key) {
		var value = find(key);
		return (value != null) ? List.of(value.split("[, ]+")) : List.of();
	}

	Instant instant(String key) {
		return Instant.parse(get(key));
	}

	private static SamplePart of(String title, List<String> lines) {
		var heads = new LinkedHashMap<String, List<String>>();
		var at = 0;
		while (at < lines.size() && !lines.get(at).isBlank()) {
			var line = lines.get(at++);
			var colon = line.indexOf(':');
			check(colon > 0, "%s: “%s” is no head; is the empty line missing?".formatted(title, line));
			heads.computeIfAbsent(line.substring(0, colon).strip(), (key) -> new ArrayList<>())
				.add(line.substring(colon + 1).strip());
		}
		return new SamplePart(title, heads, String.join("\n", lines.subList(at, lines.size())).strip());
	}

}
