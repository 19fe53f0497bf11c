package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.afterword.kernel.address.BareAddresses;
import org.afterword.kernel.address.BareHosts;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.text.Characters;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds the web addresses in plain text, the same ones as in posts, so that a page can
 * link them: for the text of a question.
 */
public final class LinkedWords {

	/** In characters; a longer word at the end of a line is no address. */
	private static final int LONGEST_WORD = WebAddress.LONGEST + 10;

	private static final int LONGEST_NUMBER = 5;

	private LinkedWords() {
	}

	/**
	 * A part of the text.
	 *
	 * @param address what it links to; null for text without a link
	 */
	public record Part(String words, @Nullable String address) {
	}

	/** The parts in order; an address that was broken over two lines is whole. */
	public static List<Part> of(String text) {
		var parts = new ArrayList<Part>();
		var words = new StringBuilder();
		for (var node = read(text).getFirstChild(); node != null; node = node.getNext()) {
			var shown = (node instanceof Link) ? Words.below(node)
					: (node instanceof Text one) ? one.getLiteral() : "\n";
			var address = address(node);
			if (address == null) {
				words.append(shown);
				continue;
			}
			addWords(words, parts);
			parts.add(new Part(shown, address));
		}
		addWords(words, parts);
		return List.copyOf(parts);
	}

	private static @Nullable String address(Node node) {
		return (node instanceof Link link) ? WebAddress.of(link.getDestination()).map(WebAddress::value).orElse(null)
				: null;
	}

	private static void addWords(StringBuilder words, List<Part> parts) {
		if (!words.isEmpty()) {
			parts.add(new Part(words.toString(), null));
			words.setLength(0);
		}
	}

	/** The addresses in a text, in order, one of those that lead to the same page. */
	public static List<String> addresses(String text) {
		var addresses = new LinkedHashMap<String, String>();
		for (var part : of(text)) {
			if (part.address() != null) {
				WebAddress.of(part.address()).ifPresent((one) -> addresses.putIfAbsent(one.key(), one.value()));
			}
		}
		return List.copyOf(addresses.values());
	}

	/**
	 * Joins lines where an address goes on in the next one.
	 */
	public static List<String> whole(List<String> lines) {
		var whole = new ArrayList<String>(lines.size());
		for (var line : lines) {
			var more = whole.isEmpty() ? null : rest(whole.getLast(), line);
			if (more != null) {
				whole.set(whole.size() - 1, whole.getLast().stripTrailing() + more);
			}
			else {
				whole.add(line);
			}
		}
		return whole;
	}

	/**
	 * The part of a line that continues the address at the end of the line before; null
	 * if there is none.
	 */
	private static @Nullable String rest(String before, String line) {
		var word = lastWord(before.stripTrailing());
		if (word.indexOf('/') < 0) {
			return null;
		}
		var rest = before.stripLeading().startsWith(">") ? withoutQuoteMarks(line.strip()) : line.strip();
		if (rest.isEmpty() || isItem(rest)) {
			return null;
		}
		var together = read(word + "\n" + rest);
		for (var node = together.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof SoftLineBreak) {
				return null;
			}
		}
		return rest;
	}

	private static String lastWord(String line) {
		var start = line.length();
		while (start > 0 && line.length() - start <= LONGEST_WORD && !Character.isWhitespace(line.charAt(start - 1))) {
			start--;
		}
		return line.substring(start);
	}

	private static String withoutQuoteMarks(String line) {
		var start = 0;
		while (start < line.length() && "> ".indexOf(line.charAt(start)) >= 0) {
			start++;
		}
		return line.substring(start);
	}

	/** Whether it begins an item of a list: "2. Who", "Q10a: Who". */
	private static boolean isItem(String line) {
		var end = 0;
		while (end < line.length() && end < LONGEST_NUMBER && Character.isLetterOrDigit(line.charAt(end))) {
			end++;
		}
		return end > 0 && end + 1 < line.length() && ".):".indexOf(line.charAt(end)) >= 0
				&& Character.isWhitespace(line.charAt(end + 1)) && line.chars().limit(end).anyMatch(Character::isDigit);
	}

	private static Node read(String text) {
		var paragraph = new Paragraph();
		for (var line : Characters.clean(text).split("\\R", -1)) {
			if (paragraph.getFirstChild() != null) {
				paragraph.appendChild(new SoftLineBreak());
			}
			line(line, paragraph);
		}
		BrokenAddresses.join(paragraph);
		for (var node = paragraph.getFirstChild(); node != null;) {
			var next = node.getNext();
			if (node instanceof Text words) {
				BareHosts.link(words);
			}
			node = next;
		}
		return paragraph;
	}

	private static void line(String line, Node parent) {
		var plain = 0;
		for (var at = 0; at < line.length();) {
			var found = BareAddresses.at(line, at);
			if (found == null) {
				at++;
				continue;
			}
			if (at > plain) {
				parent.appendChild(new Text(line.substring(plain, at)));
			}
			parent.appendChild(found.link());
			at += found.length();
			plain = at;
		}
		// Also where the line is empty, so that each has a node of its own.
		if (plain < line.length() || line.isEmpty()) {
			parent.appendChild(new Text(line.substring(plain)));
		}
	}

}
