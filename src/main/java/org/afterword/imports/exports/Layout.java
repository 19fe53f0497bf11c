package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.afterword.kernel.address.MailAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what.
 *
 * @param guessed whether no header said so
 */
record Layout(Map<Column, List<Integer>> columns, int width, boolean guessed) {

	private static final int LONGEST_NAME = 80;

	private static final String QUESTION_SIGNS = "?？؟⁇⁈⁉՞\u037e‽፧꘏";

	private static final Pattern TIME = Pattern
		.compile("(?:\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4})?[T ]?(?:\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2})?)?"
				+ "(?:\\.\\p{Nd}{1,6})?\\h?(?:[AaPp]\\.?[Mm]\\.?|Z)?");

	/** Nothing for what is no row of headers. */
	static @Nullable Layout header(List<String> row) {
		var columns = new EnumMap<Column, List<Integer>>(Column.class);
		var named = 0;
		var written = 0;
		for (var at = 0; at < row.size(); at++) {
			var cell = row.get(at);
			written += cell.isBlank() ? 0 : 1;
			var column = Column.of(cell).orElse(null);
			if (column != null) {
				named++;
				columns.computeIfAbsent(column, (one) -> new ArrayList<>()).add(at);
			}
		}
		var known = columns.keySet().stream().anyMatch((column) -> column != Column.OTHER);
		return (named >= 2 && 2 * named >= written && known) ? new Layout(columns, row.size(), false) : null;
	}

	/** Guesses from the cells; nothing where no column asks. */
	static @Nullable Layout guess(List<List<String>> rows, int width) {
		var columns = new EnumMap<Column, List<Integer>>(Column.class);
		var free = new ArrayList<Integer>();
		for (var at = 0; at < width; at++) {
			var kind = kind(column(rows, at), at);
			if (kind != null) {
				columns.computeIfAbsent(kind, (one) -> new ArrayList<>()).add(at);
			}
			else {
				free.add(at);
			}
		}
		var question = question(rows, free);
		if (question < 0) {
			return null;
		}
		columns.put(Column.QUESTION, List.of(question));
		free.remove(Integer.valueOf(question));
		var asker = asker(rows, free, columns.getOrDefault(Column.EMAIL, List.of()));
		if (asker >= 0) {
			columns.put(Column.ASKER, List.of(asker));
			free.remove(Integer.valueOf(asker));
		}
		var answers = free.stream().filter((at) -> at > question).toList();
		if (!answers.isEmpty()) {
			columns.merge(Column.ANSWER, answers, (one, more) -> {
				var all = new ArrayList<>(one);
				all.addAll(more);
				return all;
			});
		}
		return new Layout(columns, width, true);
	}

	boolean has(Column column) {
		return this.columns.containsKey(column);
	}

	List<Integer> at(Column column) {
		return this.columns.getOrDefault(column, List.of());
	}

	/** The first cell of these columns that holds something. */
	String cell(List<String> row, Column column) {
		for (var at : at(column)) {
			if (at < row.size() && !row.get(at).isBlank()) {
				return row.get(at);
			}
		}
		return "";
	}

	private static @Nullable Column kind(List<String> cells, int at) {
		var written = cells.stream().filter((cell) -> !cell.isBlank()).toList();
		if (written.isEmpty()) {
			return Column.OTHER;
		}
		if (written.stream().anyMatch(Layout::isAddress)) {
			return Column.EMAIL;
		}
		if (written.stream().allMatch(Layout::isNumber)) {
			return (at == 0) ? Column.NUMBER : Column.VOTES;
		}
		if (written.stream().allMatch((cell) -> AnswerWords.state(cell) != null)) {
			return Column.ANSWER;
		}
		return written.stream().allMatch(Layout::isTime) ? Column.TIME : null;
	}

	private static int question(List<List<String>> rows, List<Integer> free) {
		var best = -1;
		var most = 0L;
		for (var at : free) {
			var cells = column(rows, at);
			var asking = cells.stream().filter(Layout::asks).count();
			if (asking > most) {
				best = at;
				most = asking;
			}
		}
		return best;
	}

	private static int asker(List<List<String>> rows, List<Integer> free, List<Integer> emails) {
		var best = -1;
		for (var at : free) {
			var names = column(rows, at).stream()
				.allMatch((cell) -> cell.length() <= LONGEST_NAME && !asks(cell) && cell.split("\\h+", -1).length <= 6
						&& !cell.contains("\n"));
			if (names && (best < 0 || emails.contains(at + 1))) {
				best = at;
			}
		}
		return best;
	}

	private static List<String> column(List<List<String>> rows, int at) {
		return rows.stream().map((row) -> (at < row.size()) ? row.get(at) : "").toList();
	}

	static boolean asks(String cell) {
		return cell.chars().anyMatch((sign) -> QUESTION_SIGNS.indexOf(sign) >= 0);
	}

	static boolean isAddress(String cell) {
		var found = MailAddresses.in(cell);
		return found.size() == 1 && cell.length() - (found.getFirst().end() - found.getFirst().start()) <= 2;
	}

	static boolean isNumber(String cell) {
		return !cell.isEmpty() && cell.length() <= 6 && cell.codePoints().allMatch(Character::isDigit);
	}

	static boolean isTime(String cell) {
		return cell.length() >= 4 && cell.length() <= 40 && TIME.matcher(cell).matches();
	}

}
