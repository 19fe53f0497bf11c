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
 * Tells the tables of a paste from pages that are laid out in cells. All are looked at in
 * one pass, however deep they stand inside each other.
 */
final class PastedTables implements NodeVisitor {

	/** Words in a cell of a table that is one; more are a page laid out in cells. */
	private static final int LONGEST_CELL = 600;

	/**
	 * A table has so many times more places than cells that were written, and no more.
	 */
	private static final int EMPTIEST = 4;

	/** Smaller tables may be as empty as they like. */
	private static final int ALWAYS = 1_000;

	private static final Set<String> BLOCKS = Set.of("table", "h1", "h2", "h3", "ul", "ol", "blockquote", "pre");

	private final Set<Element> layouts = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Element> open = new ArrayDeque<>();

	private final Deque<int[]> cells = new ArrayDeque<>();

	PastedTables(Element body) {
		body.traverse(this);
	}

	@Override
	public void head(Node node, int depth) {
		if (node instanceof TextNode text && !this.cells.isEmpty() && !this.open.isEmpty()) {
			this.cells.element()[0] += text.text().strip().length() + 1;
			if (this.cells.element()[0] > LONGEST_CELL) {
				this.layouts.add(this.open.element());
			}
		}
		else if (node instanceof Element element) {
			if (BLOCKS.contains(element.normalName())) {
				// Those further out were marked by the ones inside them.
				for (var table : this.open) {
					if (!this.layouts.add(table)) {
						break;
					}
				}
			}
			if (element.normalName().equals("table")) {
				this.open.push(element);
			}
			else if (isCell(element)) {
				this.cells.push(new int[1]);
			}
		}
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element) {
			if (element.normalName().equals("table")) {
				this.open.pop();
			}
			else if (isCell(element)) {
				this.cells.pop();
			}
		}
	}

	/**
	 * The rows of a table, each with its cells; none where it is no table, or one whose
	 * empty places would be more than what stands in it.
	 */
	List<List<Element>> rows(Element table) {
		if (this.layouts.contains(table)) {
			return List.of();
		}
		var rows = table.children()
			.stream()
			.flatMap((child) -> child.normalName().equals("tr") ? Stream.of(child) : child.children().stream())
			.filter((child) -> child.normalName().equals("tr"))
			.map((row) -> row.children().stream().filter(PastedTables::isCell).toList())
			.toList();
		var columns = columns(rows);
		var written = rows.stream().mapToLong(List::size).sum();
		var isTable = rows.size() > 1 && columns > 1
				&& (long) rows.size() * columns <= Math.max(ALWAYS, EMPTIEST * written);
		return isTable ? rows : List.of();
	}

	static int columns(List<List<Element>> rows) {
		return rows.stream().mapToInt(List::size).max().orElse(0);
	}

	private static boolean isCell(Element element) {
		return element.normalName().equals("td") || element.normalName().equals("th");
	}

}
