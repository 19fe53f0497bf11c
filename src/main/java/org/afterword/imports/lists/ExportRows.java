package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.imports.exports.Entry;
import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.exports.Export;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Problem;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.imports.words.PlainWords;
import org.afterword.imports.words.Punctuation;
import org.afterword.kernel.markup.LinkedWords;

/** Makes the rows of a preview from an export. */
final class ExportRows {

	/** In a longer chat, messages that do not ask become conversation. */
	private static final int MOST_SHOWN = 4 * RowChecks.MOST;

	private final Export export;

	private final boolean chat;

	private final boolean numbered;

	private final ExportAskers askers = new ExportAskers();

	private final List<String> conversation = new ArrayList<>();

	private ExportRows(Export export) {
		this.export = export;
		this.chat = export.kind() == Export.Kind.CHAT;
		this.numbered = isNumbered(export.entries());
	}

	static ListReading of(Export export) {
		return problem(export).map(ListReading::of).orElseGet(() -> new ExportRows(export).read());
	}

	private static Optional<Problem> problem(Export export) {
		var found = export.found().orElse(0);
		return Optional.ofNullable(switch (export.fault()) {
			case NONE -> null;
			case ALL_PRIVATE -> Problem.of(Problem.Kind.ALL_PRIVATE);
			case NO_QUESTIONS -> Problem.of(Problem.Kind.NO_COLUMN);
			case TOO_MANY_ROWS -> Problem.of(Problem.Kind.TOO_MANY_ROWS, Export.MOST_ROWS);
			case TOO_MANY_COLUMNS -> Problem.of(Problem.Kind.TOO_MANY_COLUMNS, found, Export.MOST_COLUMNS);
			case CELL_TOO_LONG -> Problem.of(Problem.Kind.CELL_TOO_LONG, found, Export.LONGEST_CELL);
			case JSON -> Problem.of(Problem.Kind.JSON);
			case XML -> Problem.of(Problem.Kind.XML);
			case SUBTITLES -> Problem.of(Problem.Kind.SUBTITLES);
		});
	}

	private ListReading read() {
		var rows = rows();
		this.conversation.addAll(this.export.aside());
		if (rows.size() > MOST_SHOWN) {
			return ListReading.of(Problem.of(Problem.Kind.TOO_MANY, rows.size(), RowChecks.MOST));
		}
		var lost = LostSources.in(rows.stream().filter(Row::keep).map(Row::text).toList());
		var checked = RowChecks.check(rows);
		var problem = RowChecks.problem(checked);
		return new ListReading(PlainWords.singleSpaced(this.export.title()), "",
				problem.isPresent() ? List.of() : checked, List.of(), "", lost, this.askers.addresses(), problem)
			.withConversation(this.conversation);
	}

	private List<Row> rows() {
		var rows = new ArrayList<Row>();
		var next = 1;
		for (var entry : this.export.entries()) {
			var row = row(entry);
			if (this.chat && !row.keep() && this.export.entries().size() > MOST_SHOWN) {
				this.conversation.add(row.asker() + ": " + row.text());
				continue;
			}
			var own = row.keep() ? Integer.toString(next++) : "";
			var number = this.numbered ? inPlainDigits(entry.number()) : own;
			rows.add(row.withNumber(number));
			entry.answers()
				.forEach((answer) -> this.conversation.add((number.isEmpty() ? "" : number + ". ") + answer.by() + ": "
						+ PlainWords.singleSpaced(answer.text())));
		}
		return rows;
	}

	private Row row(Entry entry) {
		var line = ListLine
			.of(PlainWords.singleSpaced(String.join("\n", LinkedWords.whole(entry.text().lines().toList()))));
		var mark = line.mark();
		var numbered = mark != null && mark.isNumber() && !mark.rest().isBlank();
		var text = (mark != null && numbered) ? mark.rest() : withoutQ(line.words());
		var name = ExportAskers.isAnonymous(entry) ? "" : PlainWords.singleSpaced(entry.asker());
		if (name.isEmpty() && !this.chat && !ExportAskers.isAnonymous(entry)) {
			var asked = Asked.of(text);
			name = asked.asker();
			text = asked.asker().isEmpty() ? text : asked.text();
		}
		var asker = this.askers.label(entry, name);
		var marked = numbered || text.length() < line.words().length();
		var asks = !this.chat || marked || Punctuation.hasQuestionMark(text);
		var question = asks && !Greetings.isSmallTalk(text);
		return new Row("", asker, text, "", "", question && isShown(entry.state()), notes(entry, text, question));
	}

	private static boolean isShown(State state) {
		return state == State.OPEN || state == State.ANSWERED || state == State.ANSWERED_LIVE;
	}

	private static List<Note> notes(Entry entry, String text, boolean question) {
		var notes = new ArrayList<Note>();
		stateNote(entry).map(Note::of).ifPresent(notes::add);
		if (!entry.answers().isEmpty()) {
			notes.add(Note.of(Note.Kind.ANSWER_GIVEN));
		}
		if (entry.doubtful()) {
			notes.add(Note.of(Note.Kind.MORE_CELLS));
		}
		if (!question) {
			notes.add(Note.of(Note.Kind.NOISE));
		}
		else if (LostSources.isIn(text)) {
			notes.add(Note.of(Note.Kind.LOST_SOURCE));
		}
		return notes;
	}

	private static Optional<Note.Kind> stateNote(Entry entry) {
		return Optional.ofNullable(switch (entry.state()) {
			case ANSWERED_LIVE -> Note.Kind.ANSWERED_LIVE;
			case ANSWERED_PRIVATELY -> Note.Kind.ANSWERED_PRIVATELY;
			case DISMISSED -> Note.Kind.DISMISSED;
			case TO_PANEL -> Note.Kind.TO_PANEL;
			case ANSWERED -> entry.answers().isEmpty() ? Note.Kind.ANSWERED : null;
			case OPEN -> null;
		});
	}

	/** Whether every entry has a number of its own. */
	private static boolean isNumbered(List<Entry> entries) {
		var numbers = entries.stream().map((entry) -> inPlainDigits(entry.number())).toList();
		return numbers.stream().allMatch((number) -> !number.isEmpty() && number.length() <= 4)
				&& new HashSet<>(numbers).size() == numbers.size();
	}

	/** In the digits 0 to 9, without leading zeros. */
	private static String inPlainDigits(String number) {
		var digits = number.codePoints()
			.map((digit) -> Character.digit(digit, 10))
			.mapToObj(Integer::toString)
			.collect(Collectors.joining());
		return digits.replaceFirst("^0+", "");
	}

	/** "Q: How deep?" */
	private static String withoutQ(String text) {
		return (text.length() > 3 && (text.startsWith("Q:") || text.startsWith("q:"))) ? text.substring(2).strip()
				: text;
	}

}
