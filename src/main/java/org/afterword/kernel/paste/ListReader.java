package org.afterword.kernel.paste;

import java.util.regex.Pattern;

import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/** Reads lists of any origin: of HTML, of Word and Outlook, and items without a list. */
final class ListReader {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

	private final HtmlReader reader;

	private final MarkdownDocument document;

	ListReader(HtmlReader reader, MarkdownDocument document) {
		this.reader = reader;
		this.document = document;
	}

	void list(Element list) {
		if (!this.document.holdsBlocks()) {
			this.reader.paragraphs(list);
			return;
		}
		this.document.endParagraph();
		this.document.officeLists().end();
		var items = new Items(this.document.open(), list.normalName().equals("ol"), number(list.attr("start"), 1));
		for (var child : list.children()) {
			if (child.normalName().equals("li")) {
				this.document.inside(items.next(number(child.attr("value"), items.number)),
						() -> this.reader.children(child));
			}
			else if (!this.reader.isInvisible(child)) {
				this.document.inside(items.last(), () -> this.reader.element(child));
			}
		}
		this.document.endParagraph();
	}

	void itemWithoutList(Element item) {
		if (!this.document.holdsBlocks()) {
			this.reader.paragraphs(item);
			return;
		}
		this.document.endParagraph();
		var open = this.document.open();
		var list = (open.getLastChild() instanceof BulletList last) ? last : begin(open, false, 1, null);
		this.document.inside(appendItem(list), () -> this.reader.children(item));
	}

	/** A paragraph that Word or Outlook means as an item. */
	void officeItem(Element paragraph) {
		this.document.endParagraph();
		var lists = this.document.officeLists();
		var item = lists.item(paragraph, this.document.open(), ListReader::begin);
		this.document.inside(item, () -> this.reader.inline(paragraph));
		lists.resume();
	}

	/**
	 * Begins a list.
	 * @param before the list right before it, if there is one: another delimiter keeps
	 * them apart
	 */
	private static ListBlock begin(Node parent, boolean ordered, int start, @Nullable ListBlock before) {
		var list = ordered ? numbered(start, before) : bullets();
		list.setTight(true);
		parent.appendChild(list);
		return list;
	}

	private static ListBlock numbered(int start, @Nullable ListBlock before) {
		var list = new OrderedList();
		list.setMarkerStartNumber(start);
		list.setMarkerDelimiter(
				(before instanceof OrderedList last && ".".equals(last.getMarkerDelimiter())) ? ")" : ".");
		return list;
	}

	private static ListBlock bullets() {
		var list = new BulletList();
		list.setMarker("-");
		return list;
	}

	private static ListItem appendItem(ListBlock list) {
		var item = new ListItem();
		list.appendChild(item);
		return item;
	}

	private static int number(String written, int otherwise) {
		return NUMBER.matcher(written).matches() ? Integer.parseInt(written) : otherwise;
	}

	/** The items of one list of HTML; a number out of sequence begins another list. */
	private static final class Items {

		private final Node parent;

		private final boolean ordered;

		private int number;

		private @Nullable ListBlock list;

		Items(Node parent, boolean ordered, int number) {
			this.parent = parent;
			this.ordered = ordered;
			this.number = number;
		}

		ListItem next(int wanted) {
			if (this.list == null || (this.ordered && wanted != this.number)) {
				this.list = begin(this.parent, this.ordered, wanted, this.list);
			}
			this.number = wanted + 1;
			return appendItem(this.list);
		}

		/** The item for a list that stands between the items of another one. */
		ListItem last() {
			return (this.list != null && this.list.getLastChild() instanceof ListItem item) ? item : next(this.number);
		}

	}

}
