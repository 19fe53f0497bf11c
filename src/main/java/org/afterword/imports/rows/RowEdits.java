package org.afterword.imports.rows;

import java.util.ArrayList;
import java.util.List;

import org.afterword.imports.words.PlainWords;

/**
 * The corrections that a facilitator can make to rows. Each returns new, checked rows.
 */
public final class RowEdits {

	private RowEdits() {
	}

	/**
	 * Splits a row into the questions within it. The first keeps the number, the others
	 * become sub-questions; no other number changes. Returns the rows unchanged if the
	 * row is a single question.
	 */
	public static List<Row> split(List<Row> rows, int at) {
		var row = rows.get(at);
		var parts = row.parts();
		if (parts.isEmpty()) {
			return List.copyOf(rows);
		}
		var parent = row.under().isEmpty() ? row.number() : row.under();
		var subs = SubNumbers.of(rows);
		var split = new ArrayList<>(rows.subList(0, at));
		split.add(row.withText(parts.getFirst()));
		for (var part : parts.subList(1, parts.size())) {
			var number = subs.next(parent);
			split.add(new Row(number.orElse(""), row.asker(), part, number.isPresent() ? parent : "", "", row.keep(),
					List.of()));
		}
		split.addAll(rows.subList(at + 1, rows.size()));
		return RowChecks.check(split);
	}

	/**
	 * Joins a row to the one above. The number is that of the row above, and so is the
	 * asker if it has one; sub-questions of the lower row keep their numbers and move
	 * under the upper one.
	 * @throws IndexOutOfBoundsException if there is no row above
	 */
	public static List<Row> join(List<Row> rows, int at) {
		var above = rows.get(at - 1);
		var row = rows.get(at);
		var parent = above.under().isEmpty() ? above.number() : above.under();
		var all = new ArrayList<>(rows);
		all.remove(at);
		all.replaceAll((other) -> other.withPlace(refersTo(row, other.under()) ? parent : other.under(),
				refersTo(row, other.follows()) ? above.number() : other.follows()));
		all.set(at - 1, joined(above, row));
		return RowChecks.check(all);
	}

	private static Row joined(Row above, Row row) {
		return new Row(above.number(), above.asker().isBlank() ? row.asker() : above.asker(),
				PlainWords.joined(above.text().strip(), row.text().strip()), above.under(), above.follows(),
				above.keep() || row.keep(), above.notes());
	}

	private static boolean refersTo(Row row, String number) {
		return !row.number().isEmpty() && number.equals(row.number());
	}

	/** Makes the asker of a row a different person: "MB (2)" if "MB" asks elsewhere. */
	public static List<Row> separateAsker(List<Row> rows, int at) {
		var all = new ArrayList<>(rows);
		all.set(at, rows.get(at).withAsker(Askers.namesake(rows.get(at).asker(), rows)));
		return RowChecks.check(all);
	}

}
