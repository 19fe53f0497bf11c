package org.afterword.imports.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * A text split into rows of cells.
 *
 * @param rows without blank cells at their ends
 * @param more whether there are more rows than are read
 * @param quoted whether cells are in quotes
 */
record Cells(char delimiter, List<List<String>> rows, boolean more, boolean quoted) {

	static final char TAB = '\t';

	private static final int MOST = Export.MOST_ROWS + 100;

	static Cells of(String text, char delimiter) {
		var words = text;
		if (words.regionMatches(true, 0, "sep=", 0, 4) && words.indexOf('\n') > 0 && words.indexOf('\n') < 10) {
			words = words.substring(words.indexOf('\n') + 1);
		}
		var quoted = words.startsWith("\"") || words.contains(delimiter + "\"") || words.contains("\n\"");
		var cells = quoted ? parse(words, delimiter) : null;
		return (cells != null) ? cells : lines(words, delimiter);
	}

	/** Without blank cells at the end. */
	private static List<String> trimmed(List<String> cells) {
		var to = cells.size();
		while (to > 0 && cells.get(to - 1).isBlank()) {
			to--;
		}
		return List.copyOf(cells.subList(0, to));
	}

	/** Null if there are quotes other than around cells. */
	private static @Nullable Cells parse(String text, char delimiter) {
		var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
		var rows = new ArrayList<List<String>>();
		try (var parser = CSVParser.parse(text, format)) {
			for (var row : parser) {
				if (rows.size() >= MOST) {
					return new Cells(delimiter, rows, true, true);
				}
				rows.add(trimmed(row.toList().stream().map(String::strip).toList()));
			}
			return new Cells(delimiter, rows, false, true);
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			return null;
		}
	}

	/** Reads quotes as ordinary characters. */
	private static Cells lines(String text, char delimiter) {
		var rows = new ArrayList<List<String>>();
		for (var from = 0; from <= text.length();) {
			if (rows.size() >= MOST) {
				return new Cells(delimiter, rows, true, false);
			}
			var end = text.indexOf('\n', from);
			var line = text.substring(from, (end < 0) ? text.length() : end);
			rows.add(trimmed(cells(line, delimiter)));
			from = (end < 0) ? text.length() + 1 : end + 1;
		}
		return new Cells(delimiter, rows, false, false);
	}

	private static List<String> cells(String line, char delimiter) {
		var cells = new ArrayList<String>();
		var whole = (delimiter == '|' && line.strip().startsWith("|")) ? line.strip().substring(1) : line;
		for (var from = 0; from <= whole.length();) {
			var end = whole.indexOf(delimiter, from);
			cells.add(whole.substring(from, (end < 0) ? whole.length() : end).strip());
			from = (end < 0) ? whole.length() + 1 : end + 1;
		}
		return cells;
	}

	int width() {
		return this.rows.stream().mapToInt(List::size).max().orElse(0);
	}

}
