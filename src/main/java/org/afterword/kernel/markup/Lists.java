package org.afterword.kernel.markup;

import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

/**
 * Keeps what lists would swallow: the dash of a single line ("- Ewa", "- 5 °C", "*
 * without tax"), and numbers that do not count on.
 */
final class Lists {

	private static final int LARGEST = 999;

	private Lists() {
	}

	/** An item whose number is not the next one. */
	static final class Numbered extends ListItem {

		final int number;

		Numbered(int number) {
			this.number = number;
		}

	}

	/** The dash before a single line; what the line says begins after it. */
	static final class Mark extends CustomNode {

		final String written;

		Mark(String written) {
			this.written = written;
		}

	}

	/** Among the children of a block. */
	static void tidy(Node parent, String source) {
		for (var node = parent.getFirstChild(); node != null;) {
			var next = node.getNext();
			switch (node) {
				case BulletList list when !(parent instanceof ListItem) && isOneLine(list) -> becomesText(list);
				case OrderedList list when isEmpty(list) -> becomesText(list);
				case OrderedList list -> keepNumbers(list, source);
				default -> {
				}
			}
			node = next;
		}
	}

	private static boolean isOneLine(BulletList list) {
		var item = list.getFirstChild();
		return isAlone(item) && (item.getFirstChild() == null
				|| (item.getFirstChild() instanceof Paragraph paragraph && isAlone(paragraph)));
	}

	private static boolean isEmpty(OrderedList list) {
		return isAlone(list.getFirstChild()) && list.getFirstChild().getFirstChild() == null;
	}

	/** A parent’s only child. */
	private static boolean isAlone(Node node) {
		return node.getPrevious() == null && node.getNext() == null;
	}

	private static String mark(ListBlock list) {
		return (list instanceof OrderedList ordered) ? ordered.getMarkerStartNumber() + ordered.getMarkerDelimiter()
				: ((BulletList) list).getMarker();
	}

	private static void becomesText(ListBlock list) {
		var words = list.getFirstChild().getFirstChild();
		var before = (list.getPrevious() instanceof Paragraph above && follows(above, list)) ? above : null;
		var paragraph = (before != null) ? before : new Paragraph();
		if (before != null) {
			paragraph.appendChild(new SoftLineBreak());
		}
		else {
			paragraph.setSourceSpans(list.getSourceSpans());
			list.insertBefore(paragraph);
		}
		paragraph.appendChild(new Mark((words != null) ? mark(list) + " " : mark(list)));
		while (words != null && words.getFirstChild() != null) {
			paragraph.appendChild(words.getFirstChild());
		}
		list.unlink();
	}

	private static boolean follows(Node above, Node below) {
		return !above.getSourceSpans().isEmpty() && !below.getSourceSpans().isEmpty()
				&& above.getSourceSpans().getLast().getLineIndex()
						+ 1 == below.getSourceSpans().getFirst().getLineIndex();
	}

	/** Where all say the same, somebody left the counting to the list. */
	private static void keepNumbers(OrderedList list, String source) {
		var first = typed(list.getFirstChild(), source);
		var counted = false;
		for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
			counted |= typed(item, source) != first;
		}
		if (!counted) {
			return;
		}
		var expected = first;
		for (var item = list.getFirstChild(); item != null;) {
			var next = item.getNext();
			var number = typed(item, source);
			if (number != expected) {
				replace(item, new Numbered(number));
			}
			expected = number + 1;
			item = next;
		}
	}

	private static int typed(Node item, String source) {
		var at = item.getSourceSpans().isEmpty() ? source.length() : item.getSourceSpans().getFirst().getInputIndex();
		while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
			at++;
		}
		var number = 0;
		while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9' && number <= LARGEST) {
			number = number * 10 + source.charAt(at++) - '0';
		}
		return number;
	}

	private static void replace(Node item, Node other) {
		while (item.getFirstChild() != null) {
			other.appendChild(item.getFirstChild());
		}
		item.insertBefore(other);
		item.unlink();
	}

}
