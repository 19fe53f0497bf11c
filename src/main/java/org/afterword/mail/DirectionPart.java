package org.afterword.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a line with one direction. Messages isolate text of the other direction by
 * two characters of Unicode; not all mail programs support these, so HTML uses a tag.
 *
 * @param apart whether it was isolated; the two characters are removed
 */
record DirectionPart(String words, boolean apart) {

	private static final Pattern ISOLATED = Pattern.compile("\\u2068([^\\u2068\\u2069]*)\\u2069");

	/** The parts of a line. */
	static List<DirectionPart> parts(String line) {
		var parts = new ArrayList<DirectionPart>();
		var at = 0;
		for (var found : ISOLATED.matcher(line).results().toList()) {
			parts.add(new DirectionPart(line.substring(at, found.start()), false));
			parts.add(new DirectionPart(found.group(1), true));
			at = found.end();
		}
		parts.add(new DirectionPart(line.substring(at), false));
		return List.copyOf(parts);
	}

}
