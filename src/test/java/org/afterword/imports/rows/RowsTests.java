package org.afterword.imports.rows;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.afterword.MessageFiles;
import org.afterword.imports.lists.LeftOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RowsTests {

	private final List<Row> rows = List.of(Row.of("1", "MB", "Who keeps the key?"),
			Row.of("2", "TW", "Rules for the keeper and How is the keeper chosen?"),
			new Row("2a", "TW", "And when?", "2", "", true, List.of()),
			new Row("3", "TS", "Who pays?", "", "2a", true, List.of()));

	@Test
	void theSecondOfTwoQuestionsBecomesASubQuestionAndNoOtherNumberChanges() {
		var split = RowEdits.split(this.rows, 1);
		assertThat(split).extracting(Row::number).containsExactly("1", "2", "2b", "2a", "3");
		assertThat(split.get(1).text()).isEqualTo("Rules for the keeper");
		assertThat(split.get(2)).isEqualTo(new Row("2b", "TW", "How is the keeper chosen?", "2", "", true, List.of()));
	}

	@Test
	void aSingleQuestionStaysWhole() {
		assertThat(RowEdits.split(this.rows, 0)).isEqualTo(this.rows);
	}

	@Test
	void aSplitRowWithoutANumberGivesRowsWithoutNumbers() {
		var split = RowEdits.split(List.of(Row.of("", "MB", "Who keeps the key? How many keys are there?")), 0);
		assertThat(split).extracting(Row::number, Row::under)
			.allMatch((tuple) -> tuple.toList().equals(List.of("", "")));
		assertThat(split).hasSize(2);
	}

	@Test
	void joiningKeepsNumberAndAskerOfTheRowAbove() {
		var joined = RowEdits.join(this.rows, 1);
		assertThat(joined).extracting(Row::number).containsExactly("1", "2a", "3");
		assertThat(joined.getFirst()).extracting(Row::asker, Row::text)
			.containsExactly("MB", "Who keeps the key? Rules for the keeper and How is the keeper chosen?");
		assertThat(joined.get(1).under()).isEqualTo("1");
		assertThat(joined.get(1).isRefused()).isFalse();
	}

	@Test
	void joiningToASubQuestionMovesWhatFollowed() {
		var joined = RowEdits.join(this.rows, 2);
		assertThat(joined).extracting(Row::number).containsExactly("1", "2", "3");
		assertThat(joined.getLast().follows()).isEqualTo("2");
	}

	@Test
	void rowsWithoutANumberGetTheNextFreeOnes() {
		var numbered = RowNumbers.fill(List.of(Row.of("", "MB", "One?"), Row.of("7", "TW", "Two?"),
				new Row("", "TW", "Two a?", "7", "", true, List.of()),
				new Row("", "", "Hello", "", "", false, List.of()), Row.of("", "TS", "Three?")));
		assertThat(numbered).extracting(Row::number).containsExactly("8", "7", "7a", "", "9");
		assertThat(numbered.get(2).notes()).containsExactly(Note.of(Note.Kind.NUMBER_GIVEN, "7a"));
	}

	@Test
	void subQuestionsGoWithTheirQuestion() {
		var renumbered = RowNumbers.followChanges(
				List.of(this.rows.get(0), this.rows.get(1).withNumber("12"), this.rows.get(2), this.rows.get(3)),
				List.of("1", "2", "2a", "3"));
		assertThat(renumbered).extracting(Row::number).containsExactly("1", "12", "12a", "3");
		assertThat(renumbered.get(2).under()).isEqualTo("12");
	}

	@Test
	void twoQuestionsCanExchangeTheirNumbers() {
		var exchanged = RowNumbers.followChanges(List.of(this.rows.get(0).withNumber("2"),
				this.rows.get(1).withNumber("1"), this.rows.get(2), this.rows.get(3).withPlace("", "1")),
				List.of("1", "2", "2a", "3"));
		assertThat(exchanged).extracting(Row::number).containsExactly("2", "1", "1a", "3");
		assertThat(exchanged).extracting(Row::under).containsExactly("", "", "1", "");
		assertThat(exchanged.getLast().follows()).isEqualTo("2");
	}

	@Test
	void aNumberThatWasGivenByHandToASubQuestionStays() {
		var renumbered = RowNumbers.followChanges(
				List.of(this.rows.get(0), this.rows.get(1).withNumber("12"), this.rows.get(2).withNumber("12c")),
				List.of("1", "2", "2a"));
		assertThat(renumbered).extracting(Row::number, Row::under)
			.containsExactly(tuple("1", ""), tuple("12", ""), tuple("12c", "12"));
	}

	@Test
	void theSameInitialsCanBeTwoPeople() {
		var apart = RowEdits.separateAsker(RowEdits.separateAsker(
				List.of(Row.of("1", "MB", "One?"), Row.of("2", "MB", "Two?"), Row.of("3", "M.B.", "Three?")), 1), 2);
		assertThat(apart).extracting(Row::asker).containsExactly("MB", "MB (2)", "M.B. (3)");
		assertThat(Askers.in(apart)).hasSize(3);
	}

	@Test
	void anEmptyLineSplitsAQuestion() {
		var split = RowEdits.split(List.of(Row.of("4", "MB", "Who keeps the key?\n \nAnd the ledger.")), 0);
		assertThat(split).extracting(Row::number, Row::text)
			.containsExactly(tuple("4", "Who keeps the key?"), tuple("4a", "And the ledger."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "x", "1.5", "-1", "1abc", "123456", "1A", "١" })
	void aMalformedNumberIsNoted(String number) {
		assertThat(RowChecks.check(List.of(Row.of(number, "", "Who?"))).getFirst().notes())
			.containsExactly(Note.of(Note.Kind.MALFORMED_NUMBER, number));
	}

	@Test
	void duplicateNumbersAreNotedOnBothRowsUntilOneIsUnticked() {
		var duplicates = List.of(Row.of("1", "MB", "Who?"), Row.of("1", "TW", "When?"));
		assertThat(RowChecks.check(duplicates))
			.allMatch((row) -> row.has(Note.Kind.DUPLICATE_NUMBER) && row.isRefused());
		var one = List.of(duplicates.getFirst(), new Row("1", "TW", "When?", "", "", false, List.of()));
		assertThat(RowChecks.check(one)).noneMatch(Row::hasWarning);
	}

	@Test
	void aCorrectedRowLosesItsWarningAndKeepsHowItWasRead() {
		var read = RowChecks.check(List.of(Row.of("1", "MB", "").withNote(Note.of(Note.Kind.DASH_REMOVED))));
		assertThat(read.getFirst().notes()).extracting(Note::kind)
			.containsExactly(Note.Kind.DASH_REMOVED, Note.Kind.EMPTY_TEXT);
		assertThat(RowChecks.check(List.of(read.getFirst().withText("Who?"))).getFirst().notes()).extracting(Note::kind)
			.containsExactly(Note.Kind.DASH_REMOVED);
	}

	@Test
	void checkingTwiceSaysNothingTwice() {
		var once = RowChecks.check(List.of(Row.of("1", "N", "Who?"), Row.of("5", "", "who")));
		assertThat(RowChecks.check(once)).isEqualTo(once);
	}

	@Test
	void aMissingParentIsNoted() {
		var row = new Row("9a", "MB", "Who?", "9", "", true, List.of());
		assertThat(RowChecks.check(List.of(row)).getFirst().notes()).containsExactly(Note.of(Note.Kind.NO_PARENT, "9"));
	}

	@Test
	void gapsAreNotedOnceAndOnlyWhereNumbersAreMissing() {
		var gaps = RowChecks.check(List.of(Row.of("3", "", "A?"), Row.of("6", "", "B?"), Row.of("8", "", "C?"),
				Row.of("7", "", "D?"), Row.of("10", "", "E?")));
		assertThat(gaps).extracting((row) -> row.notes().stream().flatMap((note) -> note.arguments().stream()).toList())
			.containsExactly(List.of(), List.of("4–5"), List.of(), List.of(), List.of("9"));
	}

	@Test
	void moreThanThreeHundredRowsAreAProblem() {
		var many = IntStream.rangeClosed(1, 301)
			.mapToObj((number) -> Row.of("" + number, "", "Who " + number))
			.toList();
		assertThat(RowChecks.problem(many)).contains(Problem.of(Problem.Kind.TOO_MANY, "301", "300"));
		assertThat(RowChecks.problem(many.subList(0, 300))).isEmpty();
		assertThat(RowChecks.problem(List.of())).contains(Problem.of(Problem.Kind.NO_QUESTION));
	}

	@Test
	void oneLabelIsOnePersonHoweverItIsWritten() {
		var asked = List.of(Row.of("1", "TS", "A?"), Row.of("2", "MB", "B?"), Row.of("3", "M.B.", "C?"),
				Row.of("4", "MB (2)", "D?"), Row.of("5", " mb ", "E?"), Row.of("6", "", "F?"),
				new Row("7", "ZZ", "G?", "", "", false, List.of()));
		assertThat(Askers.in(asked)).containsExactly("MB", "MB (2)", "TS");
	}

	@Test
	void everyNoteProblemAndReasonHasItsWords() {
		var words = MessageFiles.of(Locale.ENGLISH);
		for (var kind : Note.Kind.values()) {
			assertThat(words).containsKey(Note.of(kind).messageKey());
		}
		for (var kind : Problem.Kind.values()) {
			assertThat(words).containsKey(Problem.of(kind).messageKey());
		}
		for (var reason : LeftOut.Reason.values()) {
			assertThat(words).containsKey(new LeftOut(reason, 1, "").messageKey());
		}
	}

}
