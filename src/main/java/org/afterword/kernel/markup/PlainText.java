package org.afterword.kernel.markup;

import java.util.Optional;

import org.afterword.kernel.address.Addresses;
import org.commonmark.node.Document;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A text as plain paragraphs, whose addresses are links if they stand between white
 * space: what is left where everything else takes too long. One walk, no pattern.
 */
final class PlainText {

	private static final int LONGEST_ADDRESS = 2_000;

	private PlainText() {
	}

	static Node paragraphs(String text) {
		var document = new Document();
		var lines = text.lines().iterator();
		Paragraph paragraph = null;
		while (lines.hasNext()) {
			var line = lines.next().strip();
			if (line.isEmpty()) {
				paragraph = null;
				continue;
			}
			if (paragraph == null) {
				paragraph = new Paragraph();
				document.appendChild(paragraph);
			}
			else {
				paragraph.appendChild(new SoftLineBreak());
			}
			words(line, paragraph);
		}
		return document;
	}

	private static void words(String line, Node parent) {
		var plain = 0;
		for (var at = 0; at < line.length();) {
			var end = at;
			while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
				end++;
			}
			var written = address(line, at, end);
			var address = written.isEmpty() ? Optional.<String>empty() : Addresses.linkable(written);
			if (address.isPresent()) {
				parent.appendChild(new Text(line.substring(plain, at)));
				var link = new Link(address.get(), null);
				link.appendChild(new Text(written));
				parent.appendChild(link);
				plain = at + written.length();
			}
			at = end + 1;
		}
		parent.appendChild(new Text(line.substring(plain)));
	}

	/** What may be an address, without the signs that end a sentence. */
	private static String address(String line, int start, int end) {
		var last = end;
		while (last > start && ".,;:!?)'\"".indexOf(line.charAt(last - 1)) >= 0) {
			last--;
		}
		var begins = line.startsWith("https://", start) || line.startsWith("http://", start);
		return (begins && last - start <= LONGEST_ADDRESS) ? line.substring(start, last) : "";
	}

}
