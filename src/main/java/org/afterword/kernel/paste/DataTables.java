package org.afterword.kernel.paste;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Tells tables of data from tables that only lay out a page. Reads all of them in one
 * pass, however deeply they are nested.
 */
final class DataTables {

	/** Characters in a cell; a longer one is part of a layout. */
	private static final int LONGEST_CELL = 600;

	/** A table may have this many times more places than cells. */
	private static final int EMPTIEST = 4;

	/** Tables with no more places than this may be as empty as they like. */
	private static final int SMALL = 1_000;

	/** What is in a layout and never in a table of data. */
	private static final Set<String> BLOCKS = Set.of("table", "h1", "h2", "h3", "ul", "ol", "blockquote", "pre");

	private final Set<Element> layouts = Collections.newSetFromMap(new IdentityHashMap<>());

	DataTables(Element body) {
		body.traverse(new LayoutFinder());
	}

	/**
	 * The rows of a table of data, each with its cells; empty for a layout, and for a
	 * table that consists mostly of empty places.
	 */
	List<List<Element>> rows(Element table) {
		if (this.layouts.contains(table)) {
			return List.of();
		}
		var rows = table.children()
			.stream()
			.flatMap((child) -> child.normalName().equals("tr") ? Stream.of(child) : child.children().stream())
			.filter((child) -> child.normalName().equals("tr"))
			.map((row) -> row.children().stream().filter(DataTables::isCell).toList())
			.toList();
		var columns = columns(rows);
		var cells = rows.stream().mapToLong(List::size).sum();
		var isData = rows.size() > 1 && columns > 1
				&& (long) rows.size() * columns <= Math.max(SMALL, EMPTIEST * cells);
		return isData ? rows : List.of();
	}

	static int columns(List<List<Element>> rows) {
		return rows.stream().mapToInt(List::size).max().orElse(0);
	}

	private static boolean isCell(Element element) {
		return element.normalName().equals("td") || element.normalName().equals("th");
	}

	/** Finds the tables with long cells or with blocks in them. */
	private final class LayoutFinder implements NodeVisitor {

		private final Deque<Element> tables = new ArrayDeque<>();

		/** The length of the text so far, for each open cell. */
		private final Deque<Integer> cells = new ArrayDeque<>();

		@Override
		public void head(Node node, int depth) {
			if (node instanceof TextNode text && !this.cells.isEmpty() && !this.tables.isEmpty()) {
				this.cells.push(this.cells.pop() + text.text().strip().length() + 1);
				if (this.cells.element() > LONGEST_CELL) {
					DataTables.this.layouts.add(this.tables.element());
				}
			}
			else if (node instanceof Element element) {
				open(element);
			}
		}

		private void open(Element element) {
			if (BLOCKS.contains(element.normalName())) {
				// The outer tables of one that is known are known, too.
				for (var table : this.tables) {
					if (!DataTables.this.layouts.add(table)) {
						break;
					}
				}
			}
			if (element.normalName().equals("table")) {
				this.tables.push(element);
			}
			else if (isCell(element)) {
				this.cells.push(0);
			}
		}

		@Override
		public void tail(Node node, int depth) {
			if (node instanceof Element element) {
				if (element.normalName().equals("table")) {
					this.tables.pop();
				}
				else if (isCell(element)) {
					this.cells.pop();
				}
			}
		}

	}

}
