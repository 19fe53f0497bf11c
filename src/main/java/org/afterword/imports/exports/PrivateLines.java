package org.afterword.imports.exports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.afterword.imports.words.PlainWords;

/**
 * Finds lines that mark a message as private. The message becomes private; without a
 * header, the words around the mark up to a blank line are the message.
 */
final class PrivateLines {

	/** How many lines above a mark may belong to its message. */
	private static final int MOST_ABOVE = 200;

	/** In characters. */
	private static final int LONGEST_ROUTE = 120;

	/** In characters. */
	private static final int LONGEST_MARK = 60;

	/** How many characters of a list's mark are skipped. */
	private static final int MOST_LIST_MARK = 6;

	private static final String LIST_MARKS = "-•*–—·>. )0123456789";

	private static final String OPENING = "([（［【";

	private static final String CLOSING = ")]）］】";

	/** Slack's words above messages that only the reader sees. */
	private static final Set<String> ONLY_VISIBLE = Set.of("only visible to you", "nur für dich sichtbar",
			"solo visible para ti", "visible uniquement pour vous", "visível apenas para você",
			"solo tu puedes ver esto");

	private final List<String> lines;

	private final Map<Integer, MessageHeader> headers;

	private final Set<Integer> silent;

	/** How many marks without a header were found. */
	private int found;

	private PrivateLines(List<String> lines, Map<Integer, MessageHeader> headers, Set<Integer> silent) {
		this.lines = lines;
		this.headers = headers;
		this.silent = silent;
	}

	/**
	 * Makes marked messages private.
	 * @param headers by their line; private ones are changed or added
	 * @param silent lines without words of a message; some are added
	 * @return how many messages without a header were found
	 */
	static int mark(List<String> lines, Map<Integer, MessageHeader> headers, Set<Integer> silent) {
		var marks = new PrivateLines(lines, headers, silent);
		for (var at = 0; at < lines.size(); at++) {
			marks.mark(at, withoutListMark(lines.get(at).strip()));
		}
		return marks.found;
	}

	/** Whether the whole line, in brackets, is a mark. */
	static boolean isMark(String line) {
		return line.length() < LONGEST_MARK && beginsWithMark(line)
				&& CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0;
	}

	private void mark(int at, String line) {
		if (!this.headers.containsKey(at) && isPrivateRoute(line)) {
			add(at, line);
			return;
		}
		var above = this.headers.containsKey(at + 1) && (isOnlyVisible(line) || isMark("(" + line + ")"));
		if (!above && !isOnlyVisible(line) && !beginsWithMark(line)) {
			return;
		}
		if (above) {
			// The mark belongs to the message below and is removed with it.
			this.headers.put(at, Objects.requireNonNull(this.headers.remove(at + 1)));
			this.silent.add(at + 1);
		}
		markMessage(at, line);
	}

	private void markMessage(int at, String line) {
		var start = start(at, line);
		var header = this.headers.get(start);
		if (header != null) {
			this.headers.put(start, header.toOnePerson());
		}
		else if (start >= 0) {
			// The words around the mark are the message.
			this.headers.put(start + 1, MessageHeader.privateMark(line));
		}
		else {
			add(at, line);
		}
	}

	/** The line of the header; without one the blank line above the message, or -1. */
	private int start(int at, String line) {
		var alone = isMark(line) && (at + 1 >= this.lines.size() || this.lines.get(at + 1).isBlank());
		var start = at;
		while (start >= 0 && at - start < MOST_ABOVE && !this.headers.containsKey(start)
				&& (alone || !this.lines.get(start).isBlank())) {
			start--;
		}
		return (at - start == MOST_ABOVE) ? at - 1 : start;
	}

	private void add(int at, String line) {
		this.headers.put(at, MessageHeader.privateMark(line));
		this.found++;
	}

	/** "Ana to Kofi (Direct Message)" alone on a line, without a time. */
	private static boolean isPrivateRoute(String line) {
		if (line.isEmpty() || line.length() > LONGEST_ROUTE || !PrivateMark.in(line)) {
			return false;
		}
		var colon = line.endsWith(":");
		return (colon || CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0)
				&& Route.of(colon ? line.substring(0, line.length() - 1) : line) != null;
	}

	private static String withoutListMark(String line) {
		var at = 0;
		while (at < line.length() && at < MOST_LIST_MARK && LIST_MARKS.indexOf(line.charAt(at)) >= 0) {
			at++;
		}
		return line.substring(at);
	}

	private static boolean isOnlyVisible(String line) {
		return line.length() < LONGEST_MARK && ONLY_VISIBLE.contains(PlainWords.lowerCase(line));
	}

	private static boolean beginsWithMark(String line) {
		var open = line.isEmpty() ? -1 : OPENING.indexOf(line.charAt(0));
		var close = (open >= 0) ? line.indexOf(CLOSING.charAt(open)) : -1;
		return close > 0 && close < LONGEST_MARK && (PrivateMark.isSurely(line.substring(1, close))
				|| (close == line.length() - 1 && PrivateMark.is(line.substring(1, close))));
	}

}
