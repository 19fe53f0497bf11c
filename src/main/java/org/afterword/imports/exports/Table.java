package org.afterword.imports.exports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A text that is a table: a report with headers and several sections, or rows copied from
 * one.
 *
 * @param guessed the columns of rows without a header; else null
 */
record Table(Cells cells, @Nullable Layout guessed) {

	private static final List<Character> DELIMITERS = List.of(Cells.TAB, ',', ';', '|');

	/** The header is among the first rows. */
	private static final int LAST_HEADER = 100;

	/** How many rows are read to guess the columns. */
	private static final int SAMPLE = 50;

	/** Empty if the text is no table. */
	static Optional<Table> in(String text) {
		return withHeader(text)
			.or(() -> cells(text).flatMap((cells) -> withoutHeader(cells, text).stream()).findFirst());
	}

	/** The text in cells, by each of the delimiters that it contains. */
	private static Stream<Cells> cells(String text) {
		return DELIMITERS.stream()
			.filter((delimiter) -> text.indexOf(delimiter) >= 0)
			.map((delimiter) -> Cells.of(text, delimiter));
	}

	private static Optional<Table> withHeader(String text) {
		Table other = null;
		for (var cells : cells(text).toList()) {
			var headers = cells.rows()
				.stream()
				.limit(LAST_HEADER)
				.flatMap((row) -> Stream.ofNullable(Layout.header(row)))
				.toList();
			if (headers.stream().anyMatch((header) -> header.has(Column.QUESTION))) {
				return Optional.of(new Table(cells, null));
			}
			if (!headers.isEmpty() && other == null && isFromProgram(cells)) {
				other = new Table(cells, null);
			}
		}
		return Optional.ofNullable(other);
	}

	/** Otherwise a table without a column of questions may be an ordinary text. */
	private static boolean isFromProgram(Cells cells) {
		return cells.quoted() || cells.rows()
			.stream()
			.anyMatch((row) -> row.size() > 2 && row.stream().anyMatch(CellKind::isAddress));
	}

	private static Optional<Table> withoutHeader(Cells cells, String text) {
		var rows = cells.rows().stream().filter((row) -> !row.isEmpty()).toList();
		var width = cells.width();
		var sample = rows.stream().limit(SAMPLE).toList();
		var full = sample.stream().filter((row) -> row.size() >= 2).count();
		if (width < 2 || width > Export.MOST_COLUMNS || 10 * full < 9L * sample.size()
				|| !isFromProgram(cells, sample, text)) {
			return Optional.empty();
		}
		var layout = LayoutGuess.of(sample, width);
		return (layout != null || hasAddress(sample)) ? Optional.of(new Table(cells, layout)) : Optional.empty();
	}

	/** Whether rows without a header look like a program wrote them. */
	private static boolean isFromProgram(Cells cells, List<List<String>> sample, String text) {
		var tabs = cells.delimiter() == Cells.TAB;
		var wide = cells.width() >= 3;
		var addresses = sample.stream().filter((row) -> row.stream().anyMatch(CellKind::isAddress)).count();
		var numbered = sample.stream().allMatch((row) -> CellKind.isNumber(row.getFirst()));
		var steady = sample.stream().allMatch((row) -> Math.abs(row.size() - sample.getFirst().size()) <= 1);
		if (wide && 2 * addresses >= sample.size()) {
			return true;
		}
		if (cells.quoted() && (tabs || numbered || wide || isAllQuoted(text))) {
			return true;
		}
		if (tabs) {
			return wide && numbered && steady;
		}
		return cells.delimiter() != '|' && numbered && sample.size() > 1 && steady && isTight(text, cells.delimiter());
	}

	private static boolean hasAddress(List<List<String>> rows) {
		return rows.stream().flatMap(List::stream).anyMatch(CellKind::isAddress);
	}

	private static boolean isAllQuoted(String text) {
		return sampleLines(text).allMatch((line) -> line.startsWith("\""));
	}

	/** Whether no space follows the first delimiter, as one does in a sentence. */
	private static boolean isTight(String text, char delimiter) {
		return sampleLines(text).allMatch((line) -> {
			var at = line.indexOf(delimiter);
			return at > 0 && at + 1 < line.length() && line.charAt(at + 1) != ' ';
		});
	}

	private static Stream<String> sampleLines(String text) {
		return text.lines().filter((line) -> !line.isBlank()).limit(SAMPLE);
	}

}
