package org.afterword;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds texts on which a pattern needs far more than one step a character. The texts are
 * made of the pattern itself: whatever it repeats is repeated, behind what it wants
 * before it, and with an end that does not fit. Characters that the pattern looks at are
 * counted, so that a busy machine changes nothing.
 */
final class Backtracking {

	/** Beyond the ends of usual bounded repeats. */
	private static final int SHORT = 300;

	private static final int FEWEST = 40;

	private static final int TIMES = 4;

	/** Four times the text may take four times the steps, and some. */
	private static final double MOST_GROWTH = 6.5;

	/** Below this many steps a character nothing is slow, however it grows. */
	private static final int ALWAYS = 6;

	/** A repeat that nests in Java’s stack breaks at some thousand characters. */
	private static final int DEEP = 20_000;

	private static final long NEVER = 4_000_000L;

	private static final Pattern GROUP = Pattern.compile("\\)(?:[*+]|\\{[0-9]*,)");

	private static final int MOST_SIGNS = 9;

	private static final String ALPHABET = " \t\n\ra0AzZ19.,;:!?-_~*#@/\\()[]{}<>&=+'\"`|$%^"
			+ "\u00a0\u2003\u3000éßıſK،؛؟…“”«»–—\u0301\u064e\u200c\u200d\u200b\u2068\u2069٣३第和与及、。！？；：問题号中ア한กابتьОשא😀";

	private Backtracking() {
	}

	/**
	 * What is wrong with a pattern; null where nothing is.
	 * @param whole whether it is only held against whole texts, and never searched
	 */
	static @Nullable String in(Pattern pattern, boolean whole) {
		var ways = whole ? WAYS.subList(1, 2) : WAYS;
		var signs = signs(pattern);
		var seen = new LinkedHashSet<String>();
		var texts = new ArrayList<Attack>();
		for (var place : new RegexReader(pattern, signs).places()) {
			for (var pump : place.pumps()) {
				for (var end : List.of("", "\u0001", "\n", place.after() + "\u0001")) {
					texts.add(new Attack(place.before(), pump, end));
					texts.add(new Attack("", place.before() + pump, end));
				}
			}
		}
		for (var one : signs) {
			texts.add(new Attack("", one, "\u0001"));
			texts.add(new Attack("a", one, "\u0001b"));
			for (var other : signs) {
				texts.add(new Attack("", one + other, "\u0001"));
			}
		}
		for (var text : texts) {
			if (!text.pump().isEmpty() && seen.add(text.toString())) {
				var problem = problem(pattern, text, ways);
				if (problem != null) {
					return problem;
				}
			}
		}
		return GROUP.matcher(pattern.pattern()).find() ? depth(pattern,
				texts.stream()
					.filter((text) -> text.end().isEmpty() && !text.pump().isEmpty())
					.distinct()
					.limit(12)
					.toList(),
				ways) : null;
	}

	private record Attack(String before, String pump, String end) {

		String of(int times) {
			return this.before + this.pump.repeat(times * Math.max(FEWEST, SHORT / this.pump.length())) + this.end;
		}

	}

	private static @Nullable String problem(Pattern pattern, Attack attack, List<Consumer<Matcher>> ways) {
		for (var way : ways) {
			var few = attack.of(1);
			var many = attack.of(TIMES);
			var first = steps(pattern, few, way);
			if (first >= 0 && first <= (long) ALWAYS * few.length()) {
				continue;
			}
			var then = steps(pattern, many, way);
			if (then < 0 || first < 0 || then > first * MOST_GROWTH) {
				return "%s steps for %d characters, %s for %d: %s".formatted(said(first), few.length(), said(then),
						many.length(), attack);
			}
		}
		return null;
	}

	/** Repeats of groups may nest in the stack, once for each time. */
	private static @Nullable String depth(Pattern pattern, List<Attack> attacks, List<Consumer<Matcher>> ways) {
		for (var attack : attacks) {
			try {
				for (var way : ways) {
					way.accept(pattern.matcher(attack.of(DEEP / SHORT)));
				}
			}
			catch (StackOverflowError deep) {
				return "the stack overflows at " + DEEP + " characters: " + attack;
			}
		}
		return null;
	}

	private static final List<Consumer<Matcher>> WAYS = List.of((matcher) -> matcher.results().forEach((_) -> {
	}), Matcher::matches);

	private static long steps(Pattern pattern, String text, Consumer<Matcher> way) {
		var counted = new Counted(text);
		try {
			way.accept(pattern.matcher(counted));
			return counted.steps;
		}
		catch (TooMany | StackOverflowError much) {
			return -1;
		}
	}

	private static String said(long steps) {
		return (steps < 0) ? "endless" : Long.toString(steps);
	}

	/** Some of all kinds of characters that a class of the pattern tells from others. */
	private static List<String> signs(Pattern pattern) {
		var classes = RegexReader.classes(pattern);
		var kinds = new LinkedHashSet<String>();
		var signs = new ArrayList<String>();
		ALPHABET.codePoints().mapToObj(Character::toString).forEach((sign) -> {
			var kind = new StringBuilder();
			classes.forEach((one) -> kind.append(one.matcher(sign).matches() ? '1' : '0'));
			if (kind.indexOf("1") >= 0 && kinds.add(kind.toString()) && signs.size() < MOST_SIGNS) {
				signs.add(sign);
			}
		});
		return signs;
	}

	private static final class TooMany extends RuntimeException {

		TooMany() {
			super(null, null, false, false);
		}

	}

	private static final class Counted implements CharSequence {

		private final String text;

		private long steps;

		Counted(String text) {
			this.text = text;
		}

		@Override
		public char charAt(int at) {
			if (++this.steps > NEVER) {
				throw new TooMany();
			}
			return this.text.charAt(at);
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public CharSequence subSequence(int from, int to) {
			return this.text.substring(from, to);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
