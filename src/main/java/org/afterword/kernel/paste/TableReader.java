package org.afterword.kernel.paste;

import java.util.List;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.jsoup.nodes.Element;

/** Reads tables: those with data as tables, those for layout as paragraphs. */
final class TableReader {

	private final HtmlReader reader;

	private final MarkdownDocument document;

	private final DataTables tables;

	TableReader(HtmlReader reader, MarkdownDocument document, DataTables tables) {
		this.reader = reader;
		this.document = document;
		this.tables = tables;
	}

	void table(Element table) {
		var rows = this.document.isOnOneLine() ? List.<List<Element>>of() : this.tables.rows(table);
		if (rows.isEmpty()) {
			this.reader.paragraphs(table);
		}
		else if (this.document.isPlainText()) {
			rows.forEach(this::line);
		}
		else {
			caption(table);
			this.document.endParagraph();
			this.document.append(block(rows));
		}
	}

	private void caption(Element table) {
		table.children()
			.stream()
			.filter((child) -> child.normalName().equals("caption"))
			.findFirst()
			.ifPresent(this.reader::paragraphs);
	}

	private TableBlock block(List<List<Element>> rows) {
		var block = new TableBlock();
		var head = new TableHead();
		head.appendChild(row(rows.getFirst(), DataTables.columns(rows), true));
		block.appendChild(head);
		var body = new TableBody();
		// A row need not be as long as the first.
		rows.stream().skip(1).forEach((row) -> body.appendChild(row(row, row.size(), false)));
		block.appendChild(body);
		return block;
	}

	private TableRow row(List<Element> cells, int columns, boolean head) {
		var row = new TableRow();
		for (var at = 0; at < columns; at++) {
			var cell = new TableCell();
			cell.setHeader(head);
			if (at < cells.size()) {
				var element = cells.get(at);
				this.document.cell(cell, () -> this.reader.inline(element));
			}
			row.appendChild(cell);
		}
		return row;
	}

	/** A row as plain text. */
	private void line(List<Element> cells) {
		this.document.endParagraph();
		this.document.onOneLine(() -> cells.forEach((cell) -> {
			this.reader.inline(cell);
			this.document.space();
		}));
		this.document.endParagraph();
	}

}
