package org.afterword.imports.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.QuestionNumber;

/** Gives rows their numbers and keeps sub-questions with their questions. */
public final class RowNumbers {

	private RowNumbers() {
	}

	/** The highest whole number; 0 if there is none. */
	public static int highest(List<Row> rows) {
		return rows.stream()
			.map(Row::number)
			.filter(QuestionNumber::isOne)
			.mapToInt((number) -> QuestionNumber.of(number).major())
			.max()
			.orElse(0);
	}

	/**
	 * Gives the ticked rows without a number the next free one: the next whole number of
	 * the list, or the next letter under their parent.
	 */
	public static List<Row> fill(List<Row> rows) {
		var subs = SubNumbers.of(rows);
		var next = highest(rows) + 1;
		var numbered = new ArrayList<Row>();
		for (var row : rows) {
			if (!row.keep() || !row.number().isBlank()) {
				numbered.add(row);
				continue;
			}
			var sub = subs.next(row.under());
			var number = sub.isPresent() ? sub.get() : Integer.toString(next++);
			var placed = sub.isPresent() ? row : row.withPlace("", row.follows());
			numbered.add(placed.withNumber(number).withNote(Note.of(Note.Kind.NUMBER_GIVEN, number)));
		}
		return List.copyOf(numbered);
	}

	/**
	 * Follows numbers that were changed: what was under or after a question goes with it,
	 * and where 10 became 12 its 10a becomes 12a. Any number of changes at once, also two
	 * numbers exchanged.
	 * @param before the number that each row had, in the same order; empty for a new row
	 */
	public static List<Row> followChanges(List<Row> rows, List<String> before) {
		var changes = changes(rows, before);
		var all = new ArrayList<Row>();
		for (var at = 0; at < rows.size(); at++) {
			var row = rows.get(at);
			var under = changes.getOrDefault(row.under(), row.under());
			var moved = row.withPlace(under, changes.getOrDefault(row.follows(), row.follows()));
			var letters = row.number().startsWith(row.under()) ? row.number().substring(row.under().length()) : "";
			var follows = !under.equals(row.under()) && row.number().equals(before.get(at)) && !letters.isEmpty();
			all.add(follows ? moved.withNumber(under + letters) : moved);
		}
		return RowChecks.check(all);
	}

	/** The new number by the old one. */
	private static Map<String, String> changes(List<Row> rows, List<String> before) {
		var changes = new HashMap<String, String>();
		for (var at = 0; at < rows.size(); at++) {
			var number = rows.get(at).number();
			if (!before.get(at).isEmpty() && !before.get(at).equals(number) && QuestionNumber.isOne(number)) {
				changes.putIfAbsent(before.get(at), number);
			}
		}
		return changes;
	}

}
