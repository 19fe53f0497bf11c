package org.afterword.kernel.address;

/**
 * A word without the backslashes and entities that other editors put into addresses. Maps
 * each place to that in the source.
 */
final class Unescaped {

	private static final String[][] ENTITIES = { { "&amp;", "&" }, { "&#38;", "&" }, { "&#038;", "&" },
			{ "&#x26;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#34;", "\"" },
			{ "&#39;", "'" }, { "&apos;", "'" }, { "&nbsp;", "\u00A0" } };

	private final int[] ends;

	final String text;

	Unescaped(String source) {
		this.ends = new int[source.length() + 1];
		var result = new StringBuilder(source.length());
		for (var i = 0; i < source.length();) {
			if (source.charAt(i) == '\\' && i + 1 < source.length()
					&& "_*~-.#&()[]+!".indexOf(source.charAt(i + 1)) >= 0) {
				i++;
			}
			var entity = (source.charAt(i) == '&') ? entity(source, i) : null;
			result.append((entity != null) ? entity[1] : source.substring(i, i + 1));
			i += (entity != null) ? entity[0].length() : 1;
			this.ends[result.length()] = i;
		}
		this.text = result.toString();
	}

	int lengthInSource(int length) {
		return this.ends[length];
	}

	private static String @org.jspecify.annotations.Nullable [] entity(String source, int at) {
		for (var entity : ENTITIES) {
			if (source.regionMatches(true, at, entity[0], 0, entity[0].length())) {
				return entity;
			}
		}
		return null;
	}

}
