package org.afterword.imports.lists;

import java.util.List;

/** The lines of a marked list, and where its entries begin. */
final class Outline {

	/** How many entries are looked at to see whether a part counts from 1 again. */
	private static final int MOST_LOOKED = 12;

	private final List<ListLine> lines;

	private final ListShape shape;

	private final int start;

	/**
	 * For each line the next one that begins an entry; at the end the number of lines.
	 */
	private final int[] next;

	/**
	 * @param start the line with the first entry
	 */
	Outline(List<ListLine> lines, ListShape shape, int start) {
		this.lines = lines;
		this.shape = shape;
		this.start = start;
		this.next = new int[lines.size() + 1];
		this.next[lines.size()] = lines.size();
		for (var at = lines.size() - 1; at >= 0; at--) {
			var entry = shape.begins(lines.get(at)) && lines.get(at).depth() == depth();
			this.next[at] = entry ? at : this.next[at + 1];
		}
	}

	ListShape shape() {
		return this.shape;
	}

	int start() {
		return this.start;
	}

	int size() {
		return this.lines.size();
	}

	ListLine line(int at) {
		return this.lines.get(at);
	}

	List<ListLine> from(int at) {
		return this.lines.subList(at, this.lines.size());
	}

	/** The indentation of the first entry. */
	int indent() {
		return this.lines.get(this.start).indent();
	}

	/** How often the list is quoted. */
	int depth() {
		return this.lines.get(this.start).depth();
	}

	boolean isBlank(int at) {
		return at >= size() || line(at).isBlank();
	}

	/**
	 * The first line from here that begins an entry; the number of lines if none does.
	 */
	int next(int at) {
		return this.next[at];
	}

	/** Whether the entries after this one, which is a 1, go on with a 2. */
	boolean goesOnWith2(int at) {
		var next = at;
		for (var looked = 0; looked < MOST_LOOKED && next < size(); looked++) {
			next = (this.next[next] > next) ? this.next[next] : next + 1;
			var mark = (next < size()) ? line(next).mark() : null;
			var deeper = mark != null && line(next).indent() >= line(at).indent() + 2;
			if (mark != null && !deeper && !mark.isLetter() && mark.letters().isEmpty()) {
				return mark.value() == 2;
			}
		}
		return false;
	}

}
