package org.afterword.imports.lists;

import java.util.List;
import java.util.function.Function;

import org.afterword.imports.words.Punctuation;

/**
 * Who asks, and what: "MB: text", "Q1 (MB) text", "Noor Haddad (Delta Trust): text",
 * "text - Noor", "text (MB)".
 *
 * @param asker empty if nobody is named
 * @param guessed whether somebody should check that this is the asker
 */
record Asked(String asker, String text, boolean guessed) {

	/** The ways to name an asker, the most certain first. */
	private static final List<Function<String, Asked>> WAYS = List.of(Asked::inCells, Asked::inBracketsFirst,
			Asked::beforeColon, Asked::beforeDash, Asked::afterDash, Asked::inBracketsLast);

	private static final String OPENING = "([（［";

	private static final String CLOSING = ")]）］";

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

	private static Asked nobody() {
		return new Asked("", "", false);
	}

	/** "MB\ttext", "text\tMB". */
	private static Asked inCells(String text) {
		var tab = text.indexOf('\t');
		if (tab < 0) {
			return nobody();
		}
		var first = PersonLabel.of(PersonLabel.withoutColon(text.substring(0, Math.min(tab, PersonLabel.LONGEST + 1))));
		if (!first.isEmpty()) {
			return new Asked(first, text.substring(tab + 1).strip(), false);
		}
		var last = text.lastIndexOf('\t');
		var name = PersonLabel.of(text.substring(last + 1));
		return name.isEmpty() ? nobody() : new Asked(name, text.substring(0, last).strip(), false);
	}

	/** "(MB) text". */
	private static Asked inBracketsFirst(String text) {
		if (text.isEmpty() || OPENING.indexOf(text.charAt(0)) < 0) {
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
		return new Asked(PersonLabel.of(text.substring(1, close)), rest, false);
	}

	private static int closing(String text, int from) {
		for (var at = from; at < text.length() && at < from + PersonLabel.LONGEST; at++) {
			if (CLOSING.indexOf(text.charAt(at)) >= 0) {
				return at;
			}
		}
		return -1;
	}

	/** "MB: text". */
	private static Asked beforeColon(String text) {
		for (var at = 0; at < text.length() && at <= PersonLabel.LONGEST; at++) {
			if (text.charAt(at) == ':' || text.charAt(at) == '：') {
				var next = (at + 1 < text.length()) ? text.charAt(at + 1) : ' ';
				if (next == '/' || Character.isDigit(next)) {
					return nobody();
				}
				return new Asked(PersonLabel.of(text.substring(0, at)), text.substring(at + 1).strip(), false);
			}
		}
		return nobody();
	}

	/** "MB - text". Only initials and "Name (Organisation)" are certain enough. */
	private static Asked beforeDash(String text) {
		for (var at = 1; at < text.length() - 1 && at <= PersonLabel.LONGEST; at++) {
			if (DASHES.indexOf(text.charAt(at)) >= 0 && Character.isWhitespace(text.charAt(at - 1))
					&& Character.isWhitespace(text.charAt(at + 1))) {
				var label = PersonLabel.of(text.substring(0, at));
				var sure = PersonName.isInitials(label) || label.endsWith(")");
				return (sure && !label.isEmpty()) ? new Asked(label, text.substring(at + 1).strip(), false) : nobody();
			}
		}
		return nobody();
	}

	/** "text? - MB". Names other than initials only after the end of a sentence. */
	private static Asked afterDash(String text) {
		for (var at = text.length() - 2; at > 0 && at >= text.length() - PersonLabel.LONGEST; at--) {
			if (DASHES.indexOf(text.charAt(at)) < 0) {
				continue;
			}
			var before = text.substring(Math.max(0, at - 4), at).strip();
			var apart = Character.isWhitespace(text.charAt(at - 1)) || Punctuation.endsSentence(before);
			if (!apart) {
				continue;
			}
			var label = PersonLabel.of(text.substring(at + 1));
			var sure = Punctuation.endsSentence(before) || PersonName.isInitials(label);
			return (sure && !label.isEmpty()) ? new Asked(label, withoutDashes(text.substring(0, at)), false)
					: nobody();
		}
		return nobody();
	}

	/** "text (MB)". */
	private static Asked inBracketsLast(String text) {
		if (text.length() < 4 || CLOSING.indexOf(text.charAt(text.length() - 1)) < 0) {
			return nobody();
		}
		for (var at = text.length() - 2; at > 0 && at >= text.length() - PersonLabel.LONGEST; at--) {
			if (OPENING.indexOf(text.charAt(at)) >= 0) {
				var label = PersonLabel.of(text.substring(at + 1, text.length() - 1));
				var before = text.substring(0, at).strip();
				var sure = Punctuation.endsSentence(before.substring(Math.max(0, before.length() - 6)));
				if (label.isEmpty() || (!sure && !PersonName.isInitials(label))) {
					return nobody();
				}
				return new Asked(label, before, !sure);
			}
		}
		return nobody();
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
