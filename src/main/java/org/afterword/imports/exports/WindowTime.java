package org.afterword.imports.exports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of a message as chat windows show it: "10:07 AM", "Today at 10:07". */
final class WindowTime {

	/** In characters. */
	static final int LONGEST = 50;

	private static final String CLOCK = "\\p{Nd}{1,2}[:.]\\p{Nd}{2}(?::\\p{Nd}{2})?(?:\\h?[AaPp]\\.?[Mm]\\.?)?";

	/** "Today at", "Yesterday", "Monday", "12/03/2024", "Mar 12th, 2024 at". */
	private static final String DAY = "(?:(?:(?i:today|yesterday|mon|tues?|wed|thu|thurs?|fri|sat|sun)(?i:day|nesday|urday|rsday)?"
			+ "|(?i:heute|gestern|hoy|ayer|hoje|ontem|aujourd[’']hui|hier|oggi|ieri|bugün|dün)|(?iu:сегодня|вчера)|اليوم|أمس|今天|昨天|今日|昨日)"
			+ "(?:\\h(?:at|um|a las|à|às|alle|в|om))?,?\\h" + "|\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4},?\\h"
			+ "|\\p{Nd}{1,2}\\.?\\h\\p{L}{3,10}\\.?,?\\h(?:\\p{Nd}{4},?\\h)?"
			+ "|\\p{L}{3,10}\\.?\\h\\p{Nd}{1,2}(?:st|nd|rd|th)?,?\\h(?:\\p{Nd}{4},?\\h)?(?:at\\h)?)?";

	private static final Pattern TIME = Pattern
		.compile("[\\[(]?" + DAY + "(" + CLOCK + ")[\\])]?(?:\\h{1,2}\\((?:edited|bearbeitet|editado|modifié)\\))?");

	private WindowTime() {
	}

	/** Matches a whole text: the time with its day, the clock in group 1. */
	static Matcher in(String text) {
		return TIME.matcher(text);
	}

	static boolean is(String line) {
		return in(line.strip()).matches();
	}

	/** The clock without the day, if the line is a time. */
	static Optional<String> clock(String line) {
		var time = in(line.strip());
		return time.matches() ? Optional.of(time.group(1)) : Optional.empty();
	}

}
