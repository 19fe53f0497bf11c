package org.afterword.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.text.Blank;

/**
 * Who asks, and what: "MB: text", "Q1 (MB) text", "Noor Haddad (Delta Trust): text",
 * "text - Noor", "text (MB)".
 *
 * @param asker empty if nobody is named
 * @param guessed whether a look at it is needed
 */
record Asked(String asker, String text, boolean guessed) {

	private static final int LONGEST_LABEL = 60;

	private static final int MOST_WORDS = 4;

	/** The ways to name who asks, the surest first. */
	private static final List<Function<String, Asked>> WAYS = List.of(Asked::inCells, Asked::inBracketsFirst,
			Asked::beforeColon, Asked::beforeDash, Asked::afterDash, Asked::inBracketsLast);

	private static final String DASHES = "-–—―‒−";

	static Asked of(String line) {
		var text = Mark.withoutBold(line.strip());
		for (var way : WAYS) {
			var found = way.apply(text);
			if (!found.asker.isEmpty()) {
				return found;
			}
		}
		return new Asked("", text, false);
	}

	/** Whether one could call a person so. */
	static boolean isLabel(String text) {
		return !label(text).isEmpty();
	}

	/** Whether one label names several people. */
	static boolean severalIn(String label) {
		var open = label.indexOf('(');
		var names = (open > 0) ? label.substring(0, open) : label;
		return names.contains("&") || names.contains("/") || names.contains(" and ");
	}

	private static Asked nobody() {
		return new Asked("", "", false);
	}

	private static Asked inCells(String text) {
		var tab = text.indexOf('\t');
		if (tab < 0) {
			return nobody();
		}
		var first = label(withoutColon(text.substring(0, Math.min(tab, LONGEST_LABEL + 1))));
		if (!first.isEmpty()) {
			return new Asked(first, text.substring(tab + 1).strip(), false);
		}
		var last = text.lastIndexOf('\t');
		var name = label(text.substring(last + 1));
		return name.isEmpty() ? nobody() : new Asked(name, text.substring(0, last).strip(), false);
	}

	private static Asked inBracketsFirst(String text) {
		if (text.isEmpty() || "([（［".indexOf(text.charAt(0)) < 0) {
			return nobody();
		}
		var close = closing(text, 1);
		if (close < 0) {
			return nobody();
		}
		var rest = text.substring(close + 1).strip();
		while (!rest.isEmpty() && (":：.".indexOf(rest.charAt(0)) >= 0 || DASHES.indexOf(rest.charAt(0)) >= 0)) {
			rest = rest.substring(1).strip();
		}
		return new Asked(label(text.substring(1, close)), rest, false);
	}

	private static int closing(String text, int from) {
		for (var at = from; at < text.length() && at < from + LONGEST_LABEL; at++) {
			if (")]）］".indexOf(text.charAt(at)) >= 0) {
				return at;
			}
		}
		return -1;
	}

	private static Asked beforeColon(String text) {
		for (var at = 0; at < text.length() && at <= LONGEST_LABEL; at++) {
			if (text.charAt(at) == ':' || text.charAt(at) == '：') {
				var next = (at + 1 < text.length()) ? text.charAt(at + 1) : ' ';
				if (next == '/' || Character.isDigit(next)) {
					return nobody();
				}
				return new Asked(label(text.substring(0, at)), text.substring(at + 1).strip(), false);
			}
		}
		return nobody();
	}

	/** Before a dash only initials and "Name (Organisation)" are sure enough. */
	private static Asked beforeDash(String text) {
		for (var at = 1; at < text.length() - 1 && at <= LONGEST_LABEL; at++) {
			if (DASHES.indexOf(text.charAt(at)) >= 0 && Character.isWhitespace(text.charAt(at - 1))
					&& Character.isWhitespace(text.charAt(at + 1))) {
				var label = label(text.substring(0, at));
				var sure = isInitials(label) || label.endsWith(")");
				return (sure && !label.isEmpty()) ? new Asked(label, text.substring(at + 1).strip(), false) : nobody();
			}
		}
		return nobody();
	}

	private static Asked afterDash(String text) {
		for (var at = text.length() - 2; at > 0 && at >= text.length() - LONGEST_LABEL; at--) {
			if (DASHES.indexOf(text.charAt(at)) < 0) {
				continue;
			}
			var before = text.substring(Math.max(0, at - 4), at).strip();
			var apart = Character.isWhitespace(text.charAt(at - 1)) || Words.endsSentence(before);
			if (!apart) {
				continue;
			}
			var label = label(text.substring(at + 1));
			var sure = Words.endsSentence(before) || isInitials(label);
			return (sure && !label.isEmpty()) ? new Asked(label, withoutDashes(text.substring(0, at)), false)
					: nobody();
		}
		return nobody();
	}

	private static Asked inBracketsLast(String text) {
		if (text.length() < 4 || ")]）］".indexOf(text.charAt(text.length() - 1)) < 0) {
			return nobody();
		}
		for (var at = text.length() - 2; at > 0 && at >= text.length() - LONGEST_LABEL; at--) {
			if ("([（［".indexOf(text.charAt(at)) >= 0) {
				var label = label(text.substring(at + 1, text.length() - 1));
				var before = text.substring(0, at).strip();
				var sure = Words.endsSentence(before.substring(Math.max(0, before.length() - 6)));
				if (label.isEmpty() || (!sure && !isInitials(label))) {
					return nobody();
				}
				return new Asked(label, before, !sure);
			}
		}
		return nobody();
	}

	/** The label as we keep it, or empty if it names nobody. */
	private static String label(String text) {
		if (text.length() > LONGEST_LABEL) {
			return "";
		}
		var label = Normalizer.normalize(AskerAddresses.scrubbed(text.replace('\t', ' ')), Normalizer.Form.NFKC)
			.strip();
		label = withoutColon(withoutVerb(label.startsWith("@") ? label.substring(1).strip() : label));
		label = label.replace("*", "").replace("_", " ").strip();
		for (var before : new String[] { "question from ", "from ", "asked by ", "by " }) {
			if (label.toLowerCase(Locale.ROOT).startsWith(before)) {
				label = label.substring(before.length()).strip();
			}
		}
		if (Anonymity.is(label)) {
			return label;
		}
		var names = withoutOrganisation(label);
		if (names.isEmpty()) {
			return "";
		}
		for (var name : names.replace(" and ", "&").replace('/', '&').split("&", -1)) {
			if (!isName(name.strip())) {
				return "";
			}
		}
		return label;
	}

	private static String withoutVerb(String label) {
		for (var verb : new String[] { " asks", " asked", " wants to know", " pregunta", " fragt", " demande",
				" pergunta" }) {
			if (label.endsWith(verb)) {
				return label.substring(0, label.length() - verb.length());
			}
		}
		return label;
	}

	private static String withoutOrganisation(String label) {
		var open = label.indexOf('(');
		if (open > 0 && label.endsWith(")")) {
			return label.substring(0, open).strip();
		}
		var comma = label.indexOf(',');
		if (comma > 0) {
			var organisation = label.substring(comma + 1).strip();
			var first = organisation.isEmpty() ? ' ' : organisation.codePointAt(0);
			return (Character.isUpperCase(first) || Character.getType(first) == Character.OTHER_LETTER)
					? label.substring(0, comma).strip() : "";
		}
		return label;
	}

	private static boolean isName(String name) {
		if (Blank.is(name)) {
			return false;
		}
		if (isInitials(name)) {
			return !Words.isAbbreviation(letters(name));
		}
		var words = name.split(" +", -1);
		if (words.length > MOST_WORDS || Words.isNobody(name) || Words.isNobody(words[0])) {
			return false;
		}
		for (var at = 0; at < words.length; at++) {
			var particle = at > 0 && at < words.length - 1 && Words.PARTICLES.contains(words[at]);
			if (!particle && !isNameWord(words[at])) {
				return false;
			}
		}
		return words.length > 1 || !soundsLikeAThing(name);
	}

	private static boolean isNameWord(String word) {
		var first = word.codePointAt(0);
		var caseless = Character.getType(first) == Character.OTHER_LETTER;
		if (!caseless && !Character.isUpperCase(first) && !Character.isTitleCase(first)) {
			return false;
		}
		if (caseless && word.length() > 12) {
			return false;
		}
		return word.codePoints()
			.allMatch((sign) -> Character.isLetter(sign) || isMark(sign) || "'’.-‐‌‍".indexOf(sign) >= 0);
	}

	private static boolean isMark(int sign) {
		var type = Character.getType(sign);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	/** "Funding: who pays?" names a thing. */
	private static boolean soundsLikeAThing(String word) {
		var small = word.toLowerCase(Locale.ROOT);
		return small.length() > 6 && (small.endsWith("tion") || small.endsWith("tions") || small.endsWith("ing")
				|| small.endsWith("ment") || small.endsWith("ness") || small.endsWith("ity") || small.endsWith("ance")
				|| small.endsWith("ción") || small.endsWith("ung") || small.endsWith("ics"));
	}

	/** One to four capitals: "MB", "M.B.", "M. B.", "MB2", "MB (2)". */
	static boolean isInitials(String label) {
		var open = label.indexOf(" (");
		var name = (open > 0) ? label.substring(0, open) : label;
		var capitals = 0;
		for (var at = 0; at < name.length(); at++) {
			var sign = name.charAt(at);
			if (Character.isUpperCase(sign)) {
				capitals++;
			}
			else if (!(capitals > 0 && (sign == '.' || sign == '-' || isLastDigit(name, at) || isBetween(name, at)))) {
				return false;
			}
		}
		return capitals >= 1 && capitals <= 4;
	}

	private static boolean isLastDigit(String name, int at) {
		return Character.isDigit(name.charAt(at)) && at == name.length() - 1;
	}

	/** A space between single letters: "M. B.", "M B". */
	private static boolean isBetween(String name, int at) {
		return name.charAt(at) == ' ' && at + 1 < name.length()
				&& (at + 2 >= name.length() || !Character.isLetter(name.charAt(at + 2)))
				&& (name.charAt(at - 1) == '.' || at == 1);
	}

	static String letters(String label) {
		var letters = new StringBuilder();
		label.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
		return letters.toString();
	}

	private static String withoutColon(String text) {
		var stripped = text.strip();
		return (stripped.endsWith(":") || stripped.endsWith("：")) ? stripped.substring(0, stripped.length() - 1).strip()
				: stripped;
	}

	/** The text without dashes at its end. */
	static String withoutDashes(String text) {
		var to = text.length();
		while (to > 0 && (Character.isWhitespace(text.charAt(to - 1)) || DASHES.indexOf(text.charAt(to - 1)) >= 0)) {
			to--;
		}
		return text.substring(0, to);
	}

}
