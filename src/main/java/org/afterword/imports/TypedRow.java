package org.afterword.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.text.Blank;

/**
 * A row of the preview as it was typed.
 *
 * @param numberBefore the number that the page had shown
 * @param place the value of a {@link RowPlace}
 * @param source the index of the row as it was read, from 0; empty for a row that was
 * added or split off
 */
record TypedRow(String number, String numberBefore, String asker, String text, String place, String source,
		boolean keep) {

	/**
	 * @param read the rows as they were read
	 */
	static TypedRow of(Row row, List<Row> read) {
		return new TypedRow(row.number(), row.number(), row.asker(), row.text(), RowPlace.of(row), source(row, read),
				row.keep());
	}

	boolean isJoined() {
		return RowPlace.isJoined(this.place);
	}

	/** The corrected row, with the notes on how it was read that still apply. */
	Row toRow(List<Row> read) {
		var number = Normalizer.normalize(this.number.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		var row = new Row(inPlainDigits(number), Blank.stripped(this.asker), this.text.strip(),
				RowPlace.parent(this.place), RowPlace.previous(this.place), this.keep, List.of());
		return source(read).map(row::withNotesOf).orElse(row);
	}

	/** Places a row whose number was typed as 7a under question 7, if there is one. */
	static List<Row> placed(List<Row> rows, List<TypedRow> typed) {
		var shown = typed.stream().map(TypedRow::numberBefore).collect(Collectors.toSet());
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

	private Optional<Row> source(List<Row> read) {
		return this.source.matches("[0-9]{1,6}") && Integer.parseInt(this.source) < read.size()
				? Optional.of(read.get(Integer.parseInt(this.source))) : Optional.empty();
	}

	/** The index of the row as it was read that explains the notes. */
	private static String source(Row row, List<Row> read) {
		var remembered = row.notes().stream().filter((note) -> !note.kind().isChecked()).toList();
		if (remembered.isEmpty()) {
			return "";
		}
		return source(remembered, row, read, true).or(() -> source(remembered, row, read, false)).orElse("");
	}

	private static Optional<String> source(List<Note> notes, Row row, List<Row> read, boolean sameText) {
		return IntStream.range(0, read.size())
			.filter((at) -> !sameText || read.get(at).text().equals(row.text()))
			.filter((at) -> row.withNotesOf(read.get(at)).notes().containsAll(notes))
			.mapToObj(String::valueOf)
			.findFirst();
	}

	private static String inPlainDigits(String number) {
		return number.codePoints()
			.map((character) -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
