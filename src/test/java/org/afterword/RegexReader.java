package org.afterword;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads as much of a regular expression as is needed to write texts that fit parts of it:
 * sequences, alternatives, groups, classes and repeats.
 */
final class RegexReader {

	private static final int MOST_SAMPLES = 4;

	private final String regex;

	private final Pattern pattern;

	private final List<String> signs;

	private final List<Place> places = new ArrayList<>();

	private final Set<String> classes = new LinkedHashSet<>();

	private int at;

	RegexReader(Pattern pattern, List<String> signs) {
		this.regex = pattern.pattern();
		this.pattern = pattern;
		this.signs = signs;
	}

	/**
	 * A repeat in the pattern.
	 *
	 * @param before a text that leads to it
	 * @param pumps texts that it repeats
	 * @param after a text that fits what follows
	 */
	record Place(String before, List<String> pumps, String after) {
	}

	/** All that the pattern repeats, and the whole of it. */
	List<Place> places() {
		var whole = alternatives("");
		var samples = new ArrayList<>(whole);
		this.places.add(new Place("", samples, ""));
		return this.places;
	}

	/** What stands for one character in a pattern. */
	static List<Pattern> classes(Pattern pattern) {
		var reader = new RegexReader(pattern, List.of());
		reader.alternatives("");
		return reader.classes.stream().map((one) -> Pattern.compile(one, pattern.flags() | Pattern.DOTALL)).toList();
	}

	/** Texts that fit one of the alternatives up to the closing bracket or the end. */
	private List<String> alternatives(String before) {
		var all = new LinkedHashSet<String>(sequence(before));
		while (this.at < this.regex.length() && this.regex.charAt(this.at) == '|') {
			this.at++;
			all.addAll(sequence(before));
		}
		return all.stream().limit(12).toList();
	}

	private List<String> sequence(String before) {
		var soFar = List.of("");
		while (this.at < this.regex.length() && "|)".indexOf(this.regex.charAt(this.at)) < 0) {
			var begun = this.places.size();
			var piece = piece(before + soFar.getFirst());
			var joined = new LinkedHashSet<String>();
			for (var one : soFar) {
				for (var other : piece) {
					joined.add(one + other);
				}
			}
			soFar = joined.stream().limit(MOST_SAMPLES).toList();
			begun = Math.min(begun, this.places.size());
		}
		return soFar;
	}

	private List<String> piece(String before) {
		var begun = this.at;
		var body = atom(before);
		if (this.at >= this.regex.length()) {
			return body;
		}
		var least = 1;
		var most = 1;
		switch (this.regex.charAt(this.at)) {
			case '*' -> {
				least = 0;
				most = Integer.MAX_VALUE;
				this.at++;
			}
			case '+' -> {
				most = Integer.MAX_VALUE;
				this.at++;
			}
			case '?' -> {
				least = 0;
				this.at++;
			}
			case '{' -> {
				var end = this.regex.indexOf('}', this.at);
				var bounds = this.regex.substring(this.at + 1, end).split(",", -1);
				least = Integer.parseInt(bounds[0]);
				most = (bounds.length == 1) ? least
						: bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
				this.at = end + 1;
			}
			default -> {
				return body;
			}
		}
		if (this.at < this.regex.length() && "+?".indexOf(this.regex.charAt(this.at)) >= 0) {
			this.at++;
		}
		if (most > 8 && this.at > begun) {
			var pumps = new LinkedHashSet<>(body);
			pumps.addAll(this.signs);
			pumps.remove("");
			this.places.add(new Place(before, List.copyOf(pumps), body.getFirst()));
		}
		var some = Math.max(1, Math.min(least, 3));
		var result = new LinkedHashSet<String>();
		body.forEach((one) -> result.add(one.repeat(some)));
		if (least == 0) {
			result.add("");
		}
		return List.copyOf(result);
	}

	private List<String> atom(String before) {
		var sign = this.regex.charAt(this.at);
		return switch (sign) {
			case '(' -> group(before);
			case '[' -> {
				var begun = this.at;
				skipClass();
				yield fitting(this.regex.substring(begun, this.at));
			}
			case '\\' -> escape();
			case '^', '$' -> {
				this.at++;
				yield List.of("");
			}
			case '.' -> {
				this.at++;
				yield fitting(".");
			}
			default -> {
				var code = this.regex.codePointAt(this.at);
				this.at += Character.charCount(code);
				yield fitting(Pattern.quote(Character.toString(code)));
			}
		};
	}

	private List<String> group(String before) {
		this.at++;
		var looks = false;
		if (this.regex.startsWith("?", this.at)) {
			if (this.regex.startsWith("?<", this.at) && "=!".indexOf(this.regex.charAt(this.at + 2)) < 0) {
				this.at = this.regex.indexOf('>', this.at) + 1;
			}
			else {
				this.at++;
				while (":=!<>)".indexOf(this.regex.charAt(this.at)) < 0) {
					this.at++;
				}
				if (this.regex.charAt(this.at) == ')') {
					this.at++;
					return List.of("");
				}
				looks = "=!<".indexOf(this.regex.charAt(this.at)) >= 0;
				this.at += (this.regex.charAt(this.at) == '<') ? 2 : 1;
			}
		}
		var inside = alternatives(before);
		this.at++;
		return looks ? List.of("") : inside;
	}

	private List<String> escape() {
		var sign = this.regex.charAt(this.at + 1);
		if (sign == 'Q') {
			var end = this.regex.indexOf("\\E", this.at);
			var words = this.regex.substring(this.at + 2, (end < 0) ? this.regex.length() : end);
			this.at = (end < 0) ? this.regex.length() : end + 2;
			return List.of(words);
		}
		if ("bBAzZG".indexOf(sign) >= 0 || Character.isDigit(sign)) {
			this.at += 2;
			return List.of("");
		}
		if (sign == 'k') {
			this.at = this.regex.indexOf('>', this.at) + 1;
			return List.of("");
		}
		var begun = this.at;
		this.at += escapeLength(begun);
		return fitting(this.regex.substring(begun, this.at));
	}

	private int escapeLength(int from) {
		var sign = this.regex.charAt(from + 1);
		if ((sign == 'p' || sign == 'P' || sign == 'x' || sign == 'N') && this.regex.charAt(from + 2) == '{') {
			return this.regex.indexOf('}', from) - from + 1;
		}
		return switch (sign) {
			case 'p', 'P' -> 3;
			case 'x' -> 4;
			case 'u' -> 6;
			default -> 2;
		};
	}

	private void skipClass() {
		var open = 0;
		do {
			var sign = this.regex.charAt(this.at);
			if (sign == '\\') {
				this.at += escapeLength(this.at);
				continue;
			}
			open += (sign == '[') ? 1 : (sign == ']') ? -1 : 0;
			this.at++;
		}
		while (open > 0);
	}

	/** Characters of the alphabet that fit; the pattern’s own where it is one. */
	private List<String> fitting(String one) {
		this.classes.add(one);
		var single = Pattern.compile(one, this.pattern.flags() | Pattern.DOTALL);
		var fit = this.signs.stream().filter((sign) -> single.matcher(sign).matches()).limit(MOST_SAMPLES).toList();
		if (!fit.isEmpty() && !one.startsWith("\\Q")) {
			return fit;
		}
		if (one.startsWith("\\Q")) {
			return List.of(one.substring(2, one.length() - 2));
		}
		for (var code = ' '; code < 0x3000; code++) {
			if (single.matcher(Character.toString(code)).matches()) {
				return List.of(Character.toString(code));
			}
		}
		return List.of("");
	}

}
