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
 * Words in which web addresses are links, the same ones as in posts, and no other sign
 * means anything: the text of a question.
 */
public final class LinkedWords {

	/** Longer words at the end of a line are no address. */
	private static final int LONGEST_WORD = WebAddress.LONGEST + 10;

	private static final int LONGEST_NUMBER = 5;

	private LinkedWords() {
	}

	/**
	 * A piece of the text.
	 *
	 * @param address where it leads; null for words
	 */
	public record Part(String words, @Nullable String address) {
	}

	/** The pieces in order; an address that was broken over two lines is whole. */
	public static List<Part> of(String text) {
		var parts = new ArrayList<Part>();
		var words = new StringBuilder();
		for (var node = read(text).getFirstChild(); node != null; node = node.getNext()) {
			var address = (node instanceof Link link)
					? WebAddress.of(link.getDestination()).map(WebAddress::value).orElse(null) : null;
			var own = (node instanceof Link) ? Words.below(node) : (node instanceof Text one) ? one.getLiteral() : "\n";
			if (address == null) {
				words.append(own);
				continue;
			}
			if (!words.isEmpty()) {
				parts.add(new Part(words.toString(), null));
				words.setLength(0);
			}
			parts.add(new Part(own, address));
		}
		if (!words.isEmpty()) {
			parts.add(new Part(words.toString(), null));
		}
		return List.copyOf(parts);
	}

	/** The addresses in a text, in order, one for each thing that they name. */
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
	 * The same lines, but where an address goes on in the next line, the two are one.
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
	 * What a line adds to the address that the line before it ends with; null where it
	 * adds nothing. In a quoted mail both begin with its marks.
	 */
	private static @Nullable String rest(String before, String line) {
		var end = before.stripTrailing();
		var start = end.length();
		while (start > 0 && end.length() - start <= LONGEST_WORD && !Character.isWhitespace(end.charAt(start - 1))) {
			start--;
		}
		if (end.indexOf('/', start) < 0) {
			return null;
		}
		var more = line.strip();
		if (before.stripLeading().startsWith(">")) {
			var marks = 0;
			while (marks < more.length() && "> ".indexOf(more.charAt(marks)) >= 0) {
				marks++;
			}
			more = more.substring(marks);
		}
		if (more.isEmpty() || isItem(more)) {
			return null;
		}
		var together = read(end.substring(start) + "\n" + more);
		for (var node = together.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof SoftLineBreak) {
				return null;
			}
		}
		return more;
	}

	/** "2. Who", "Q10a: Who": no address goes on like this in a list. */
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
