package org.afterword.kernel.paste;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Builds the Markdown document: collects the text of the current paragraph, and appends
 * blocks to the quote or list item that is open.
 */
final class MarkdownDocument {

	/** Quotes and lists inside each other; deeper ones become siblings. */
	private static final int DEEPEST = 8;

	private final boolean plainText;

	private final PasteLimit limit;

	private final OfficeLists officeLists = new OfficeLists();

	private final Node root = new Document();

	/** The block that new blocks are appended to. */
	private Node open = this.root;

	private ParagraphText paragraph;

	private int depth;

	/** Whether blocks only separate words, as in a heading or a cell. */
	private boolean oneLine;

	MarkdownDocument(boolean plainText, PasteLimit limit) {
		this.plainText = plainText;
		this.limit = limit;
		this.paragraph = new ParagraphText(limit);
	}

	void text(String words, TextStyle style, @Nullable String address) {
		this.paragraph.add(words, style, address);
	}

	void space() {
		this.paragraph.space();
	}

	void lineBreak() {
		this.paragraph.lineBreak();
		if (this.paragraph.endsInBlankLine()) {
			endParagraph();
		}
	}

	void endParagraph() {
		if (this.oneLine) {
			space();
			return;
		}
		if (!this.paragraph.isBlank()) {
			var block = new Paragraph();
			writeText(block, false);
			this.open.appendChild(block);
			this.officeLists.end();
		}
		this.paragraph = new ParagraphText(this.limit);
	}

	/** A heading with the text that is read; none where that is blank. */
	void heading(int level, Runnable read) {
		endParagraph();
		onOneLine(read);
		if (!this.paragraph.isBlank()) {
			var heading = new Heading();
			heading.setLevel(level);
			writeText(heading, true);
			this.open.appendChild(heading);
		}
		this.paragraph = new ParagraphText(this.limit);
		this.officeLists.end();
	}

	/** Writes the text that is read into a cell. */
	void cell(Node cell, Runnable read) {
		var outer = this.paragraph;
		this.paragraph = new ParagraphText(this.limit);
		onOneLine(read);
		writeText(cell, true);
		this.paragraph = outer;
	}

	/** Reads text in which blocks only separate words. */
	void onOneLine(Runnable read) {
		this.oneLine = true;
		read.run();
		this.oneLine = false;
	}

	/** Appends a block that holds no other blocks. */
	void append(Node block) {
		endParagraph();
		if (!this.oneLine) {
			this.open.appendChild(block);
			this.officeLists.end();
		}
	}

	/**
	 * Appends what is read to a block; beside it, where it would be too deep.
	 * @param block a new one, or an item that has its list already
	 */
	void inside(Node block, Runnable read) {
		endParagraph();
		var isNew = block.getParent() == null;
		if (this.oneLine || (isNew && this.depth >= DEEPEST)) {
			read.run();
			endParagraph();
			return;
		}
		if (isNew) {
			this.officeLists.end();
			this.open.appendChild(block);
		}
		var outer = this.open;
		this.open = block;
		this.depth++;
		read.run();
		endParagraph();
		this.depth--;
		this.open = outer;
		if (block.getFirstChild() == null && !(block instanceof ListItem)) {
			block.unlink();
		}
	}

	Node open() {
		return this.open;
	}

	boolean isPlainText() {
		return this.plainText;
	}

	boolean isOnOneLine() {
		return this.oneLine;
	}

	/** Whether quotes and lists can be opened here. */
	boolean holdsBlocks() {
		return !this.oneLine && this.depth < DEEPEST;
	}

	OfficeLists officeLists() {
		return this.officeLists;
	}

	/** The whole document. */
	Node finished() {
		endParagraph();
		separateItems(this.root);
		return this.root;
	}

	private void writeText(Node block, boolean breaksBecomeSpaces) {
		new InlineWriter(this.paragraph.normalized(breaksBecomeSpaces), this.plainText, this.limit).writeInto(block);
	}

	/** Puts empty lines between the blocks of a list that would merge without them. */
	private static void separateItems(Node parent) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
			if (parent instanceof ListItem && node.getPrevious() != null && !mayFollowWithoutEmptyLine(node)) {
				((ListBlock) parent.getParent()).setTight(false);
			}
			if (!(node instanceof Paragraph || node instanceof Heading || node instanceof TableBlock)) {
				separateItems(node);
			}
		}
	}

	private static boolean mayFollowWithoutEmptyLine(Node node) {
		return node instanceof ListBlock list && node.getPrevious() instanceof Paragraph
				&& list.getFirstChild().getFirstChild() != null
				&& !(list instanceof OrderedList numbered && numbered.getMarkerStartNumber() != 1);
	}

}
