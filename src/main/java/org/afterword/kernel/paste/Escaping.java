package org.afterword.kernel.paste;

import java.util.regex.Pattern;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Escapes as little as possible: commonmark's renderer puts a backslash before every
 * character that might be markup, also where nobody would read it as such.
 */
final class Escaping {

	/**
	 * What would be escaped and reads the same without; and what follows a colon, where a
	 * backslash would look like the beginning of a path.
	 */
	private static final Pattern HARMLESS = Pattern
		.compile("(?<=[\\p{L}\\p{N}])(?:_(?=[\\p{L}\\p{N}])|>)|&(?!#?\\w{1,40};)|(?<=:)[*_~#]");

	private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,40};)");

	private Escaping() {
	}

	/** Appends text that the renderer escapes only where it must. */
	static void append(String text, Node parent) {
		var harmless = HARMLESS.matcher(text);
		var from = 0;
		while (harmless.find()) {
			appendEscaped(text.substring(from, harmless.start()), parent);
			var character = text.charAt(harmless.start());
			if (isAfterColon(text, harmless.start()) && (character != '#' || isInHeading(parent))) {
				appendEntity(character, parent);
			}
			else {
				parent.appendChild(new RawMarkdown(harmless.group()));
			}
			from = harmless.end();
		}
		appendEscaped(text.substring(from), parent);
	}

	/** Appends a character as a numeric entity. */
	static void appendEntity(int character, Node parent) {
		parent.appendChild(new RawMarkdown("&#" + character + ";"));
	}

	/** An address as it may stand in the parentheses of a link. */
	static String destination(String address) {
		var escaped = ENTITY.matcher(address).replaceAll("&amp;");
		return (escaped.indexOf('(') >= 0 || escaped.indexOf(')') >= 0) ? "<" + escaped + ">" : escaped;
	}

	private static void appendEscaped(String text, Node parent) {
		if (!text.isEmpty()) {
			parent.appendChild(new Text(text));
		}
	}

	private static boolean isAfterColon(String text, int at) {
		return at > 0 && text.charAt(at - 1) == ':';
	}

	/** In a heading the renderer escapes a number sign wherever it stands. */
	private static boolean isInHeading(Node node) {
		return node instanceof Heading || (node.getParent() != null && isInHeading(node.getParent()));
	}

}
