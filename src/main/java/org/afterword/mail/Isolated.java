package org.afterword.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a line. Messages put what runs against their own direction between two signs;
 * not every mail program knows these, so that HTML says it by a tag.
 *
 * @param apart whether it stood between the signs, which are gone
 */
record Isolated(String words, boolean apart) {

	private static final Pattern BETWEEN_SIGNS = Pattern.compile("\\u2068([^\\u2068\\u2069]*)\\u2069");

	/** Cuts a line where one direction ends and another begins. */
	static List<Isolated> parts(String line) {
		var parts = new ArrayList<Isolated>();
		var at = 0;
		for (var found : BETWEEN_SIGNS.matcher(line).results().toList()) {
			parts.add(new Isolated(line.substring(at, found.start()), false));
			parts.add(new Isolated(found.group(1), true));
			at = found.end();
		}
		parts.add(new Isolated(line.substring(at), false));
		return List.copyOf(parts);
	}

}
