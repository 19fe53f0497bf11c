package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Guesses from the cells what the columns of a table without a header contain. */
final class LayoutGuess {

	/** In characters. */
	private static final int LONGEST_NAME = 80;

	private static final int MOST_NAME_WORDS = 6;

	private final List<List<String>> rows;

	private final int width;

	private final Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);

	/** The columns that are not known yet. */
	private final List<Integer> free = new ArrayList<>();

	private LayoutGuess(List<List<String>> rows, int width) {
		this.rows = rows;
		this.width = width;
	}

	/** Null if no column asks. */
	static @Nullable Layout of(List<List<String>> rows, int width) {
		return new LayoutGuess(rows, width).guess();
	}

	private @Nullable Layout guess() {
		for (var at = 0; at < this.width; at++) {
			var kind = kind(column(at), at);
			if (kind != null) {
				this.columns.computeIfAbsent(kind, (one) -> new ArrayList<>()).add(at);
			}
			else {
				this.free.add(at);
			}
		}
		var question = question();
		if (question < 0) {
			return null;
		}
		take(question, Column.QUESTION);
		var asker = asker();
		if (asker >= 0) {
			take(asker, Column.ASKER);
		}
		var answers = this.columns.computeIfAbsent(Column.ANSWER, (one) -> new ArrayList<>());
		this.free.stream().filter((at) -> at > question).forEach(answers::add);
		return new Layout(this.columns, this.width);
	}

	private void take(int at, Column column) {
		this.columns.put(column, List.of(at));
		this.free.remove(Integer.valueOf(at));
	}

	private static @Nullable Column kind(List<String> cells, int at) {
		var written = cells.stream().filter((cell) -> !cell.isBlank()).toList();
		if (written.isEmpty()) {
			return Column.OTHER;
		}
		if (written.stream().anyMatch(CellKind::isAddress)) {
			return Column.EMAIL;
		}
		if (written.stream().allMatch(CellKind::isNumber)) {
			return (at == 0) ? Column.NUMBER : Column.VOTES;
		}
		if (written.stream().allMatch((cell) -> AnswerWords.state(cell) != null)) {
			return Column.ANSWER;
		}
		return written.stream().allMatch(CellKind::isTime) ? Column.TIME : null;
	}

	/** The column with the most question marks; -1 if there are none. */
	private int question() {
		var best = -1;
		var most = 0L;
		for (var at : this.free) {
			var asking = column(at).stream().filter(CellKind::asks).count();
			if (asking > most) {
				best = at;
				most = asking;
			}
		}
		return best;
	}

	/** The first column of names, or the last one before e-mail addresses; -1 if none. */
	private int asker() {
		var emails = this.columns.getOrDefault(Column.EMAIL, List.of());
		var best = -1;
		for (var at : this.free) {
			var names = column(at).stream().allMatch(LayoutGuess::mayBeName);
			if (names && (best < 0 || emails.contains(at + 1))) {
				best = at;
			}
		}
		return best;
	}

	private static boolean mayBeName(String cell) {
		return cell.length() <= LONGEST_NAME && !CellKind.asks(cell) && cell.split("\\h+", -1).length <= MOST_NAME_WORDS
				&& !cell.contains("\n");
	}

	private List<String> column(int at) {
		return this.rows.stream().map((row) -> (at < row.size()) ? row.get(at) : "").toList();
	}

}
