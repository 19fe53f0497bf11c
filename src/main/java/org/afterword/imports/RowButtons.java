package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowEdits;
import org.afterword.imports.rows.RowNumbers;

/** The buttons that change rows of the preview: add one, split one, separate an asker. */
final class RowButtons {

	private static final Pattern ON_ROW = Pattern.compile("(split|apart):([0-9]{1,5})");

	private RowButtons() {
	}

	/**
	 * The rows of the form after a button was pressed.
	 * @param button "add", "split:3", "apart:3"; any other changes nothing
	 */
	static List<Row> press(String button, TopicForm form) {
		var rows = form.toRows();
		if (button.equals("add")) {
			var more = new ArrayList<>(rows);
			more.add(Row.of(Integer.toString(RowNumbers.highest(rows) + 1), "", ""));
			return List.copyOf(more);
		}
		var onRow = ON_ROW.matcher(button);
		if (!onRow.matches() || Integer.parseInt(onRow.group(2)) >= form.rows().size()) {
			return rows;
		}
		var at = form.rowIndex(Integer.parseInt(onRow.group(2)));
		return onRow.group(1).equals("split") ? RowEdits.split(rows, at) : RowEdits.separateAsker(rows, at);
	}

}
