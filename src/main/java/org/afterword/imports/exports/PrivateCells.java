package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.words.PlainWords;
import org.jspecify.annotations.Nullable;

/** Removes from a table what only one person could see. */
final class PrivateCells {

	/** Values of a column for recipients or visibility that make a row public. */
	private static final Set<String> PUBLIC = Set.of("no", "false", "0", "public", "nein", "non", "não", "öffentlich",
			"público", "publique");

	private PrivateCells() {
	}

	/** The table without private rows and answers. */
	static Removed remove(Table table) {
		var rows = new ArrayList<List<String>>();
		var removed = 0;
		var layout = table.guessed();
		for (var row : table.cells().rows()) {
			layout = Layout.after(layout, row);
			var left = (layout != null) ? withoutPrivate(row, layout) : row;
			removed += row.equals(left) ? 0 : 1;
			if (left != null) {
				rows.add(left);
			}
		}
		return new Removed((removed > 0) ? printed(rows, table.cells().delimiter()) : "", removed);
	}

	/** Whether a row is a message to one person. */
	static boolean isPrivateRow(List<String> row, Layout layout) {
		var recipient = layout.cell(row, Column.PRIVATE);
		return !recipient.isEmpty() && Layout.header(row) == null && Recipients.audience(recipient) == null
				&& !PUBLIC.contains(PlainWords.lowerCase(recipient));
	}

	/** Null for a private row. */
	private static @Nullable List<String> withoutPrivate(List<String> row, Layout layout) {
		if (isPrivateRow(row, layout)) {
			return null;
		}
		var all = isPrivate(layout.cell(row, Column.STATE)) || isPrivate(layout.cell(row, Column.TYPE));
		var left = new ArrayList<>(row);
		for (var at : layout.at(Column.ANSWER)) {
			var cell = (at < row.size()) ? row.get(at) : "";
			var remove = !cell.isBlank() && (all || AnswerWords.isMarkedPrivate(cell));
			if (remove && !PlainWords.lowerCase(cell).equals(AnswerWords.PRIVATELY) && !AnswerWords.isLive(cell)) {
				left.set(at, AnswerWords.PRIVATELY);
			}
		}
		return left;
	}

	private static boolean isPrivate(String state) {
		return AnswerWords.state(state) == State.ANSWERED_PRIVATELY;
	}

	private static String printed(List<List<String>> rows, char delimiter) {
		var text = new StringBuilder();
		for (var row : rows) {
			for (var at = 0; at < row.size(); at++) {
				text.append((at > 0) ? String.valueOf(delimiter) : "").append(quoted(row.get(at), delimiter));
			}
			text.append('\n');
		}
		return text.toString();
	}

	private static String quoted(String cell, char delimiter) {
		var plain = cell.indexOf('\n') < 0 && cell.indexOf('"') < 0 && cell.indexOf(delimiter) < 0;
		return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
	}

	/**
	 * A table without what was private.
	 *
	 * @param text empty if nothing was
	 * @param rows how many rows were removed or changed
	 */
	record Removed(String text, int rows) {

	}

}
