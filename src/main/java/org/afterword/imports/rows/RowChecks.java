package org.afterword.imports.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.afterword.imports.words.PlainWords;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.text.Blank;

/** Checks numbers, names and texts of the ticked rows against each other. */
public final class RowChecks {

	/** The most questions in one list. */
	public static final int MOST = 300;

	/** The longest name of an asker, in characters. */
	static final int LONGEST_NAME = 80;

	/** How often a ticked row has each number. */
	private final Map<String, Integer> counts = new HashMap<>();

	/** The whole numbers of all rows, ticked or not. */
	private final Set<Integer> majors = new HashSet<>();

	/** The number of the first row with each text. */
	private final Map<String, String> texts = new HashMap<>();

	private final boolean anyNamed;

	/** The highest whole number so far. */
	private int highest;

	private RowChecks(List<Row> rows) {
		for (var row : rows) {
			if (QuestionNumber.isOne(row.number())) {
				this.majors.add(QuestionNumber.of(row.number()).major());
				if (row.keep()) {
					this.counts.merge(row.number(), 1, Integer::sum);
				}
			}
		}
		this.anyNamed = rows.stream().anyMatch((row) -> row.keep() && !row.asker().isBlank());
	}

	/**
	 * Replaces the notes that follow from the rows, so that they fit what was corrected.
	 * Notes on how a row was read stay.
	 */
	public static List<Row> check(List<Row> rows) {
		var checks = new RowChecks(rows);
		return rows.stream().map(checks::check).toList();
	}

	/** What is wrong with the list as a whole. */
	public static Optional<Problem> problem(List<Row> rows) {
		var kept = rows.stream().filter(Row::keep).count();
		if (kept > MOST) {
			return Optional.of(Problem.of(Problem.Kind.TOO_MANY, kept, MOST));
		}
		return (kept == 0) ? Optional.of(Problem.of(Problem.Kind.NO_QUESTION)) : Optional.empty();
	}

	private Row check(Row row) {
		var notes = new ArrayList<>(row.notes().stream().filter((note) -> !note.kind().isChecked()).toList());
		if (row.keep()) {
			notes.addAll(onNumber(row));
			notes.addAll(onAsker(row.asker().strip()));
			notes.addAll(onText(row));
		}
		if (QuestionNumber.isOne(row.number())) {
			this.highest = Math.max(this.highest, QuestionNumber.of(row.number()).major());
		}
		return row.withNotes(notes);
	}

	private List<Note> onNumber(Row row) {
		var number = row.number();
		if (number.isBlank()) {
			return List.of();
		}
		if (!QuestionNumber.isOne(number)) {
			return List.of(Note.of(Note.Kind.MALFORMED_NUMBER, number));
		}
		var notes = new ArrayList<Note>();
		if (this.counts.getOrDefault(number, 0) > 1) {
			notes.add(Note.of(Note.Kind.DUPLICATE_NUMBER, number));
		}
		if (!row.under().isEmpty() && !this.counts.containsKey(row.under())) {
			notes.add(Note.of(Note.Kind.NO_PARENT, row.under()));
		}
		var parsed = QuestionNumber.of(number);
		var missing = missingBefore(parsed.major());
		if (!missing.isEmpty() && !parsed.isSub()) {
			notes.add(Note.of(Note.Kind.MISSING_NUMBER, missing));
		}
		return notes;
	}

	/** The numbers that the list skips before this one, "4" or "4–5"; may be empty. */
	private String missingBefore(int major) {
		var first = 0;
		var last = 0;
		for (var number = this.highest + 1; this.highest > 0 && number < major; number++) {
			if (!this.majors.contains(number)) {
				first = (first == 0) ? number : first;
				last = number;
			}
		}
		if (first == 0) {
			return "";
		}
		return (first == last) ? Integer.toString(first) : first + "–" + last;
	}

	private List<Note> onAsker(String asker) {
		if (asker.isEmpty()) {
			return this.anyNamed ? List.of(Note.of(Note.Kind.NO_ASKER)) : List.of();
		}
		if (asker.length() > LONGEST_NAME) {
			return List.of(Note.of(Note.Kind.LONG_NAME, asker.length(), LONGEST_NAME));
		}
		if (Anonymity.is(asker)) {
			return List.of(Note.of(Note.Kind.ANONYMOUS));
		}
		if (asker.codePoints().filter(Character::isLetter).count() == 1) {
			return List.of(Note.of(Note.Kind.ONE_LETTER, asker));
		}
		return Askers.areSeveral(asker) ? List.of(Note.of(Note.Kind.SEVERAL_ASKERS, asker)) : List.of();
	}

	private List<Note> onText(Row row) {
		if (Blank.is(row.text())) {
			return List.of(Note.of(Note.Kind.EMPTY_TEXT));
		}
		var notes = new ArrayList<Note>();
		var length = row.text().codePointCount(0, row.text().length());
		if (length > Row.LONGEST) {
			notes.add(Note.of(Note.Kind.TOO_LONG, length, Row.LONGEST));
		}
		if (!row.parts().isEmpty()) {
			notes.add(Note.of(Note.Kind.TWO_QUESTIONS));
		}
		if (MailAddresses.anyIn(row.text()) || MailAddresses.anyIn(row.asker())) {
			notes.add(Note.of(Note.Kind.ADDRESS));
		}
		var plain = PlainWords.of(row.text());
		var duplicate = this.texts.putIfAbsent(plain, row.number());
		if (duplicate != null && !plain.isEmpty()) {
			notes.add(Note.of(Note.Kind.SAME_TEXT, duplicate));
		}
		return notes;
	}

}
