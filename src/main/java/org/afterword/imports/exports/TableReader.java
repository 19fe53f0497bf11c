package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.exports.Export.Fault;
import org.afterword.imports.exports.Export.Kind;
import org.afterword.imports.words.PlainWords;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a table, section by section. */
final class TableReader {

	/** Headers above the title of the webinar. */
	private static final Set<String> TITLES = Set.of("topic", "title", "webinar topic", "event name", "thema", "tema",
			"sujet", "тема", "主题", "トピック", "주제", "الموضوع");

	/** Parts of types that mark rows as replies, polls or announcements. */
	private static final List<String> REPLY_TYPES = List.of("response", "reply", "answer", "announcement", "antwort",
			"respuesta", "réponse", "poll");

	private final Table table;

	private final List<Entry> entries = new ArrayList<>();

	private final List<String> aside = new ArrayList<>();

	private String title = "";

	/** The columns of the section; null outside a section of questions. */
	private @Nullable Layout layout;

	/** The row above, if its cells may be the headers of a title. */
	private @Nullable List<String> above;

	private int longest;

	private TableReader(Table table) {
		this.table = table;
		this.layout = table.guessed();
	}

	static Export read(Table table) {
		var cells = table.cells();
		return cells.more() ? Export.of(Kind.TABLE, Fault.TOO_MANY_ROWS, cells.rows().size())
				: new TableReader(table).read();
	}

	private Export read() {
		var blank = false;
		for (var row : this.table.cells().rows()) {
			if (row.isEmpty()) {
				blank = true;
			}
			else if (!isRule(row)) {
				read(row, blank);
				blank = false;
			}
		}
		return result();
	}

	private Export result() {
		var widest = this.table.cells().width();
		if (widest > Export.MOST_COLUMNS) {
			return Export.of(Kind.TABLE, Fault.TOO_MANY_COLUMNS, widest);
		}
		if (this.longest > Export.LONGEST_CELL) {
			return Export.of(Kind.TABLE, Fault.CELL_TOO_LONG, this.longest);
		}
		if (this.entries.size() > Export.MOST_ROWS) {
			return Export.of(Kind.TABLE, Fault.TOO_MANY_ROWS, this.entries.size());
		}
		return this.entries.isEmpty() ? Export.of(Kind.TABLE, Fault.NO_QUESTIONS)
				: Export.of(Kind.TABLE, this.title, this.entries, this.aside);
	}

	/**
	 * @param blank whether an empty row is above
	 */
	private void read(List<String> row, boolean blank) {
		row.forEach((cell) -> this.longest = Math.max(this.longest, cell.length()));
		if (Layout.header(row) != null) {
			this.layout = Layout.after(this.layout, row);
			this.above = row;
			return;
		}
		if (this.layout != null && (endsSection(row, this.layout) || (blank && !goesOn(row, this.layout)))) {
			this.layout = null;
		}
		if (this.layout == null) {
			readOutside(row);
		}
		else {
			readEntry(row, this.layout);
		}
	}

	/** A line by itself, such as "Question Details". */
	private static boolean endsSection(List<String> row, Layout layout) {
		return row.size() == 1 && layout.width() > 2 && !layout.at(Column.QUESTION).contains(0)
				&& !layout.at(Column.ANSWER).contains(0) && !CellKind.isNumber(row.getFirst());
	}

	private static boolean goesOn(List<String> row, Layout layout) {
		return row.size() <= layout.width() && (CellKind.isNumber(row.getFirst())
				|| CellKind.asks(layout.cell(row, Column.QUESTION)) || !layout.cell(row, Column.ANSWER).isEmpty());
	}

	/** Reads what is above the questions: the title, dates, other tables. */
	private void readOutside(List<String> row) {
		if (this.title.isEmpty()) {
			this.title = title(row);
		}
		if (this.above == null || row.size() < 2) {
			this.aside.add(String.join(" ", row).strip());
		}
		this.above = (this.above != null || row.stream().anyMatch(TableReader::isTitleHeader)) ? row : null;
	}

	/** The cell below or beside a header for the title; may be empty. */
	private String title(List<String> row) {
		var headers = (this.above != null) ? this.above : List.<String>of();
		for (var at = 0; at < row.size(); at++) {
			var cell = row.get(at);
			var below = at < headers.size() && isTitleHeader(headers.get(at)) && !CellKind.isAddress(cell);
			if (below && !cell.isEmpty()) {
				return cell;
			}
			if (!below && at == 0 && row.size() == 2 && isTitleHeader(cell)) {
				return row.get(1);
			}
		}
		return "";
	}

	private static boolean isTitleHeader(String cell) {
		return TITLES.contains(PlainWords.lowerCase(cell.endsWith(":") ? cell.substring(0, cell.length() - 1) : cell));
	}

	private void readEntry(List<String> row, Layout layout) {
		var question = layout.cell(row, Column.QUESTION);
		if (question.isEmpty() && !layout.cell(row, Column.ANSWER).isEmpty() && !this.entries.isEmpty()) {
			this.entries.add(answered(this.entries.removeLast(), layout, row));
		}
		else if (question.isEmpty() || isReply(layout.cell(row, Column.TYPE))
				|| PrivateCells.isPrivateRow(row, layout)) {
			this.aside.add(String.join(" ", row).strip());
		}
		else {
			this.entries.add(answered(entry(question, row, layout), layout, row));
		}
	}

	private static Entry entry(String question, List<String> row, Layout layout) {
		var number = layout.cell(row, Column.NUMBER);
		var votes = layout.cell(row, Column.VOTES);
		var asker = layout.cell(row, Column.ASKER);
		var email = layout.cell(row, Column.EMAIL);
		var byAddress = CellKind.isAddress(asker);
		var state = AnswerWords.state(layout.cell(row, Column.STATE));
		var address = byAddress ? asker : "";
		return new Entry(CellKind.isNumber(number) ? number : "", byAddress ? "" : asker,
				CellKind.isAddress(email) ? email : address, question, List.of(), (state != null) ? state : State.OPEN,
				layout.cell(row, Column.TIME), CellKind.isNumber(votes) ? Integer.parseInt(votes) : 0,
				row.size() > layout.width());
	}

	private static Entry answered(Entry entry, Layout layout, List<String> row) {
		var answers = new ArrayList<>(entry.answers());
		var state = entry.state();
		for (var at : layout.at(Column.ANSWER)) {
			var cell = (at < row.size()) ? row.get(at) : "";
			var said = AnswerWords.state(cell);
			if (AnswerWords.isLive(cell)) {
				state = State.ANSWERED_LIVE;
			}
			else if (said == State.ANSWERED_PRIVATELY) {
				state = (state == State.OPEN || state == State.ANSWERED) ? said : state;
			}
			else if (!cell.isBlank() && said == null && state != State.ANSWERED_PRIVATELY) {
				answers.add(AnswerWords.answer(layout.cell(row, Column.ANSWERED_BY), cell));
				state = (state == State.OPEN) ? State.ANSWERED : state;
			}
		}
		return entry.with(answers, state);
	}

	private static boolean isReply(String type) {
		var plain = PlainWords.lowerCase(type);
		return REPLY_TYPES.stream().anyMatch(plain::contains);
	}

	/** "|---|---|" below the header of a Markdown table. */
	private static boolean isRule(List<String> row) {
		return row.stream().allMatch((cell) -> cell.chars().allMatch((character) -> "-: =".indexOf(character) >= 0));
	}

}
