package org.afterword.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.text.Blank;

/**
 * A row of the preview as it was typed.
 *
 * @param number what stands in its field
 * @param was the number that the page had shown there
 * @param place "under:10", "follows:10a", "joined", or empty for a question of its own
 * @param source which row of the list as it was read, from 0; empty for one that was
 * added or split off
 */
record TypedRow(String number, String was, String asker, String text, String place, String source, boolean keep) {

	private static final String UNDER = "under:";

	private static final String FOLLOWS = "follows:";

	private static final String JOINED = "joined";

	/**
	 * How a row stands in a form.
	 * @param read the rows of the list as it was read
	 */
	static TypedRow of(Row row, List<Row> read) {
		return new TypedRow(row.number(), row.number(), row.asker(), row.text(), place(row), source(row, read),
				row.keep());
	}

	boolean isJoined() {
		return this.place.equals(JOINED);
	}

	/** As it was corrected; the notes of how it was read stay where they still fit. */
	Row toRow(List<Row> read) {
		var number = Normalizer.normalize(this.number.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		var row = new Row(inPlainDigits(number), Blank.stripped(this.asker), this.text.strip(), after(UNDER),
				after(FOLLOWS), this.keep, List.of());
		var from = from(read.size());
		return (from >= 0) ? row.withNotesOf(read.get(from)) : row;
	}

	/** A number typed as 7a says by itself that it belongs to 7, if there is one. */
	static List<Row> placed(List<Row> rows, List<TypedRow> typed) {
		var shown = typed.stream().map(TypedRow::was).collect(Collectors.toSet());
		var numbers = rows.stream().filter(Row::keep).map(Row::number).collect(Collectors.toSet());
		var all = new ArrayList<Row>();
		for (var row : rows) {
			var number = row.number();
			var fresh = QuestionNumber.isOne(number) && !shown.contains(number) && row.under().isEmpty();
			var major = fresh ? Integer.toString(QuestionNumber.of(number).major()) : "";
			var sub = fresh && QuestionNumber.of(number).isSub() && numbers.contains(major);
			all.add(sub ? row.withPlace(major, "") : row);
		}
		return RowChecks.check(all);
	}

	private String after(String prefix) {
		return this.place.startsWith(prefix) ? this.place.substring(prefix.length()) : "";
	}

	private int from(int size) {
		if (!this.source.matches("[0-9]{1,6}")) {
			return -1;
		}
		var from = Integer.parseInt(this.source);
		return (from < size) ? from : -1;
	}

	/** The row of the list that explains what is noted here. */
	private static String source(Row row, List<Row> read) {
		var remembered = row.notes().stream().filter((note) -> !note.kind().isChecked()).toList();
		if (remembered.isEmpty()) {
			return "";
		}
		return IntStream.range(0, read.size())
			.filter((at) -> read.get(at).text().equals(row.text()))
			.filter((at) -> row.withNotesOf(read.get(at)).notes().containsAll(remembered))
			.mapToObj(String::valueOf)
			.findFirst()
			.orElseGet(() -> IntStream.range(0, read.size())
				.filter((at) -> row.withNotesOf(read.get(at)).notes().containsAll(remembered))
				.mapToObj(String::valueOf)
				.findFirst()
				.orElse(""));
	}

	private static String place(Row row) {
		if (!row.under().isEmpty()) {
			return UNDER + row.under();
		}
		return row.follows().isEmpty() ? "" : FOLLOWS + row.follows();
	}

	private static String inPlainDigits(String number) {
		return number.codePoints()
			.map((sign) -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
