package org.afterword.imports.exports;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.afterword.imports.exports.Route.WordPair;
import org.jspecify.annotations.Nullable;

/** Reads the header of a message on one line: "10:07:40 From Ana to Everyone: text". */
final class HeaderLine {

	/** In characters. */
	private static final int LONGEST_TIME = 60;

	/** A longer line without a colon is no header, in characters. */
	private static final int LONGEST_LINE = 2_000;

	/** In characters. */
	private static final int LONGEST_MARK = 40;

	private static final String BETWEEN = " \t-–—|";

	private static final int MOST_BETWEEN = 6;

	private static final Pattern TIME = Pattern.compile("""
			[\\[(]?(?:\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4},?\\h{1,3})?\
			(\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2}(?:\\.\\p{Nd}{1,3})?)?)(?:\\h?[AaPp]\\.?[Mm]\\.?(?![\\p{L}]))?\
			(?:,\\h?\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4})?([\\])]?)""");

	/** "Ana to Everyone 10:07 AM". */
	private static final Pattern TIME_AT_END = Pattern
		.compile("\\h\\(?(\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2})?(?:\\h?[AaPp]\\.?[Mm]\\.?)?)\\)?:?\\h*");

	/** Before a message in a typed list: "2. ", "> ". */
	private static final Pattern MARK = Pattern
		.compile("(?:[>•*–—-]\\h{0,4}){0,5}[(#]?(\\p{Nd}{1,4})[.)]\\h{1,4}|(?:[>•*–—-]\\h{0,4}){1,5}");

	private final Set<WordPair> learned;

	/** The number before the message in a typed list; may be empty. */
	private final String mark;

	private HeaderLine(Set<WordPair> learned, String mark) {
		this.learned = learned;
		this.mark = mark;
	}

	/**
	 * Null if no message begins on the line.
	 * @param learned words before sender and recipient in further languages
	 */
	static @Nullable MessageHeader read(String written, Set<WordPair> learned) {
		var line = written.strip();
		var header = new HeaderLine(learned, "").read(line);
		var mark = MARK.matcher(line);
		if (header != null || !mark.lookingAt()) {
			return header;
		}
		return new HeaderLine(learned, (mark.group(1) != null) ? mark.group() : "").read(line.substring(mark.end()));
	}

	/** Learns the words before sender and recipient, if only the recipient is known. */
	static @Nullable WordPair unknownWords(String written) {
		var line = written.strip();
		var time = time(line);
		if (!time.lookingAt()) {
			return null;
		}
		var rest = line.substring(time.end()).strip();
		var colon = colon(rest);
		var route = (colon > 0) ? Route.of(rest.substring(0, colon)) : null;
		return (route != null) ? route.words() : null;
	}

	/** Whether it begins with date and time, as phones write them before everything. */
	static boolean isStamped(String written) {
		var line = written.strip();
		var time = time(line);
		return time.lookingAt() && time.start(1) > 1 && time.end() < line.length();
	}

	private static Matcher time(String line) {
		return TIME.matcher(line.substring(0, Math.min(line.length(), LONGEST_TIME)));
	}

	private @Nullable MessageHeader read(String line) {
		var time = time(line);
		if (!time.lookingAt()) {
			return (line.length() > LONGEST_LINE && colon(line) < 0) ? null : withoutTimeBefore(line);
		}
		var rest = line.substring(time.end());
		var at = 0;
		while (at < rest.length() && at < MOST_BETWEEN && BETWEEN.indexOf(rest.charAt(at)) >= 0) {
			at++;
		}
		var bracket = !time.group(2).isEmpty();
		if ((at == 0 && !bracket) || at == rest.length()) {
			return null;
		}
		var seconds = time.group(1).chars().filter((character) -> character == ':').count() > 1;
		var exact = bracket || rest.startsWith("\t") || seconds || time.start(1) > 0;
		return afterTime(time.group(1), rest.substring(at), exact, bracket);
	}

	/**
	 * "From Ana to Everyone: text", "Ana: text".
	 * @param exact whether the time has seconds, a date, brackets or a tab
	 */
	private @Nullable MessageHeader afterTime(String time, String rest, boolean exact, boolean bracket) {
		var colon = colon(rest);
		if (colon < 0 && !(bracket && rest.length() <= SenderName.LONGEST)) {
			return null;
		}
		var names = (colon >= 0) ? rest.substring(0, colon) : rest;
		var text = (colon >= 0) ? rest.substring(colon + 1).strip() : "";
		var marked = PrivateMark.in(names);
		var route = Route.of(names, this.learned);
		if (route != null && (route.audience() != Audience.ONE_PERSON || marked || route.sure() || exact)) {
			return header(time, route.sender(), marked || startsPrivate(text), route.audience(), text, true);
		}
		if (marked) {
			return header(time, SenderName.of(names), true, Audience.ONE_PERSON, text, true);
		}
		return (SenderName.is(names) || (exact && SenderName.isPhone(names)))
				? header(time, SenderName.of(names), startsPrivate(text), Audience.EVERYONE, text, exact) : null;
	}

	private MessageHeader header(String time, String sender, boolean isPrivate, Audience audience, String text,
			boolean sure) {
		return new MessageHeader(time, sender, isPrivate ? Audience.ONE_PERSON : audience, text, this.mark, sure);
	}

	private @Nullable MessageHeader withoutTimeBefore(String line) {
		var header = beforeTime(line);
		return (header != null) ? header : withoutTime(line);
	}

	/** "Ana to Everyone 10:07 AM". */
	private @Nullable MessageHeader beforeTime(String line) {
		var time = TIME_AT_END.matcher(line.substring(0, Math.min(line.length(), Route.LONGEST)));
		if (!time.find()) {
			return null;
		}
		var names = line.substring(0, time.start()).strip();
		var route = Route.of(names.endsWith(":") ? names.substring(0, names.length() - 1) : names);
		var marked = PrivateMark.in(names);
		var alone = time.end() == line.length();
		if (route == null || !(marked || route.audience() != Audience.ONE_PERSON || (route.sure() && alone))) {
			return null;
		}
		return header(time.group(1), route.sender(), marked, route.audience(), line.substring(time.end()).strip(),
				true);
	}

	/** "From Ana to Everyone: text". */
	private @Nullable MessageHeader withoutTime(String line) {
		var colon = colon(line);
		if (colon < 0) {
			return null;
		}
		var names = line.substring(0, colon);
		var text = line.substring(colon + 1).strip();
		var route = Route.of(names);
		var marked = PrivateMark.in(names) || startsPrivate(text);
		if (route == null || !(marked || (route.sure() && route.audience() != Audience.ONE_PERSON))) {
			return null;
		}
		return header("", route.sender(), marked, route.audience(), text, true);
	}

	/** "From Ana to Me: (Privately) text" */
	private static boolean startsPrivate(String text) {
		var close = text.indexOf(')');
		return text.startsWith("(") && close > 0 && close < LONGEST_MARK && PrivateMark.is(text.substring(1, close));
	}

	/** The colon after the names: the first one outside a time or a link; else -1. */
	private static int colon(String text) {
		for (var at = 0; at < text.length() && at < Route.LONGEST; at++) {
			if (text.charAt(at) == ':' || text.charAt(at) == '：') {
				var next = (at + 1 < text.length()) ? text.charAt(at + 1) : ' ';
				var digits = at > 0 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next);
				if (!digits && next != '/') {
					return at;
				}
			}
		}
		return -1;
	}

}
