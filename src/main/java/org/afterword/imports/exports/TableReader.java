package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.afterword.imports.exports.Entry.Answer;
import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.exports.Export.Fault;
import org.afterword.imports.exports.Export.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables: reports with headers and several sections, or rows that somebody copied
 * out of one.
 */
final class TableReader {

	private static final char[] DELIMITERS = { Cells.TAB, ',', ';', '|' };

	/** The header stands among the first records. */
	private static final int LAST_HEADER = 100;

	private final Cells cells;

	/** For rows without a header above them. */
	private final @Nullable Layout guessed;

	private final List<Entry> entries = new ArrayList<>();

	private final List<String> aside = new ArrayList<>();

	private String title = "";

	private @Nullable Layout layout;

	private @Nullable List<String> above;

	private int longest;

	private TableReader(Cells cells, @Nullable Layout guessed) {
		this.cells = cells;
		this.guessed = guessed;
		this.layout = guessed;
	}

	/** Nothing for what is no table. */
	static Optional<TableReader> table(String text) {
		TableReader other = null;
		for (var delimiter : DELIMITERS) {
			if (text.indexOf(delimiter) < 0) {
				continue;
			}
			var cells = Cells.of(text, delimiter);
			var headers = cells.rows()
				.stream()
				.limit(LAST_HEADER)
				.flatMap((row) -> Optional.ofNullable(Layout.header(row)).stream())
				.toList();
			if (headers.stream().anyMatch((header) -> header.has(Column.QUESTION))) {
				return Optional.of(new TableReader(cells, null));
			}
			if (!headers.isEmpty() && other == null && looksMade(cells)) {
				other = new TableReader(cells, null);
			}
		}
		if (other != null) {
			return Optional.of(other);
		}
		for (var delimiter : DELIMITERS) {
			if (text.indexOf(delimiter) >= 0) {
				var found = withoutHeader(Cells.of(text, delimiter), text);
				if (found != null) {
					return Optional.of(found);
				}
			}
		}
		return Optional.empty();
	}

	/** A table without header or questions is one only if a program made it. */
	private static boolean looksMade(Cells cells) {
		return cells.quoted()
				|| cells.rows().stream().anyMatch((row) -> row.size() > 2 && row.stream().anyMatch(Layout::isAddress));
	}

	private static @Nullable TableReader withoutHeader(Cells cells, String text) {
		var rows = cells.rows().stream().filter((row) -> !row.isEmpty()).toList();
		if (rows.isEmpty()) {
			return null;
		}
		var width = rows.stream().mapToInt(List::size).max().orElse(0);
		var sample = rows.stream().limit(50).toList();
		var full = sample.stream().filter((row) -> row.size() >= 2).count();
		if (width < 2 || width > Export.MOST_COLUMNS || 10 * full < 9L * sample.size()) {
			return null;
		}
		var addresses = sample.stream().filter((row) -> row.stream().anyMatch(Layout::isAddress)).count();
		var numbers = sample.stream().filter((row) -> Layout.isNumber(row.getFirst())).count();
		var steady = sample.stream().allMatch((row) -> Math.abs(row.size() - sample.getFirst().size()) <= 1);
		var tabs = cells.delimiter() == Cells.TAB;
		var made = (width >= 3 && 2 * addresses >= sample.size())
				|| (cells.quoted() && (tabs || numbers == sample.size() || width >= 3 || isAllQuoted(text)))
				|| (!tabs && cells.delimiter() != '|' && numbers == sample.size() && sample.size() > 1 && steady
						&& isTight(text, cells.delimiter()))
				|| (tabs && width >= 3 && numbers == sample.size() && steady);
		if (!made) {
			return null;
		}
		var layout = Layout.guess(sample, width);
		if (layout != null) {
			return new TableReader(cells, layout);
		}
		return (addresses > 0) ? new TableReader(cells, null) : null;
	}

	private static boolean isAllQuoted(String text) {
		return text.lines().filter((line) -> !line.isBlank()).limit(50).allMatch((line) -> line.startsWith("\""));
	}

	/** Between a number and the next cell of a sentence stands a space. */
	private static boolean isTight(String text, char delimiter) {
		return text.lines().filter((line) -> !line.isBlank()).limit(50).allMatch((line) -> {
			var at = line.indexOf(delimiter);
			return at > 0 && at + 1 < line.length() && line.charAt(at + 1) != ' ';
		});
	}

	/** The table with what only one person saw taken out. */
	PrivateLeft publicPart() {
		var rows = new ArrayList<List<String>>();
		var answers = 0;
		this.layout = this.guessed;
		for (var row : this.cells.rows()) {
			changeLayout(row);
			var left = (this.layout != null) ? withoutPrivate(row, this.layout) : row;
			answers += row.equals(left) ? 0 : 1;
			if (left != null) {
				rows.add(left);
			}
		}
		return new PrivateLeft((answers > 0) ? printed(rows) : "", answers);
	}

	private void changeLayout(List<String> row) {
		var header = Layout.header(row);
		if (header != null) {
			this.layout = header.has(Column.QUESTION) ? header : null;
		}
	}

	private static @Nullable List<String> withoutPrivate(List<String> row, Layout layout) {
		if (isPrivateRow(row, layout)) {
			return null;
		}
		var state = AnswerWords.state(layout.cell(row, Column.STATE));
		var type = AnswerWords.state(layout.cell(row, Column.TYPE));
		var all = state == State.ANSWERED_PRIVATELY || type == State.ANSWERED_PRIVATELY;
		List<String> left = row;
		for (var at : layout.at(Column.ANSWER)) {
			var cell = (at < row.size()) ? row.get(at) : "";
			var mine = !cell.isBlank() && (all || AnswerWords.saysPrivate(cell));
			if (mine && !ChatWords.plain(cell).equals(AnswerWords.PRIVATELY) && !AnswerWords.isLive(cell)) {
				left = new ArrayList<>(left);
				left.set(at, AnswerWords.PRIVATELY);
			}
		}
		return left;
	}

	/** A message to one person, whose row says so. */
	private static boolean isPrivateRow(List<String> row, Layout layout) {
		var recipient = layout.cell(row, Column.PRIVATE);
		if (recipient.isEmpty() || Layout.header(row) != null) {
			return false;
		}
		var plain = ChatWords.plain(recipient);
		var open = ChatWords.audience(recipient) != null || plain.equals("no") || plain.equals("false")
				|| plain.equals("0") || plain.equals("public") || plain.equals("nein") || plain.equals("non")
				|| plain.equals("não") || plain.equals("öffentlich") || plain.equals("público")
				|| plain.equals("publique");
		return !open;
	}

	Export read() {
		if (this.cells.more()) {
			return Export.of(Kind.TABLE, Fault.TOO_MANY_ROWS, this.cells.rows().size());
		}
		this.layout = this.guessed;
		var blank = false;
		for (var row : this.cells.rows()) {
			if (row.isEmpty()) {
				blank = true;
				continue;
			}
			if (isRule(row)) {
				continue;
			}
			take(row, blank);
			blank = false;
		}
		return result();
	}

	private Export result() {
		var widest = this.cells.width();
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

	private void take(List<String> row, boolean blank) {
		row.forEach((cell) -> this.longest = Math.max(this.longest, cell.length()));
		if (Layout.header(row) != null) {
			changeLayout(row);
			this.above = row;
			return;
		}
		if (this.layout != null && (endsSection(row, this.layout) || (blank && !goesOn(row, this.layout)))) {
			this.layout = null;
		}
		if (this.layout == null) {
			preamble(row);
		}
		else {
			entry(row, this.layout);
		}
	}

	/** A line of its own, such as "Question Details". */
	private boolean endsSection(List<String> row, Layout layout) {
		return row.size() == 1 && layout.width() > 2 && !layout.at(Column.QUESTION).contains(0)
				&& !layout.at(Column.ANSWER).contains(0) && !Layout.isNumber(row.getFirst());
	}

	private static boolean goesOn(List<String> row, Layout layout) {
		return row.size() <= layout.width() && (Layout.isNumber(row.getFirst())
				|| Layout.asks(layout.cell(row, Column.QUESTION)) || !layout.cell(row, Column.ANSWER).isEmpty());
	}

	/** What stands above the questions: the title, dates, other tables. */
	private void preamble(List<String> row) {
		var names = this.above;
		for (var at = 0; at < row.size() && this.title.isEmpty(); at++) {
			var cell = row.get(at);
			if (names != null && at < names.size() && isTitle(names.get(at)) && !Layout.isAddress(cell)) {
				this.title = cell;
			}
			else if (isTitle(cell) && row.size() == 2 && at == 0) {
				this.title = row.get(1);
			}
		}
		if (names == null || row.size() < 2) {
			this.aside.add(String.join(" ", row).strip());
		}
		this.above = (this.above != null || row.stream().anyMatch(TableReader::isTitle)) ? row : null;
	}

	private static boolean isTitle(String cell) {
		var plain = ChatWords.plain(cell.endsWith(":") ? cell.substring(0, cell.length() - 1) : cell);
		return plain.equals("topic") || plain.equals("title") || plain.equals("webinar topic")
				|| plain.equals("event name") || plain.equals("thema") || plain.equals("tema") || plain.equals("sujet")
				|| plain.equals("тема") || plain.equals("主题") || plain.equals("トピック") || plain.equals("주제")
				|| plain.equals("الموضوع");
	}

	private void entry(List<String> row, Layout layout) {
		var question = layout.cell(row, Column.QUESTION);
		var cell = layout.cell(row, Column.ANSWER);
		if (question.isEmpty() && !cell.isEmpty() && !this.entries.isEmpty()) {
			this.entries.add(answered(this.entries.removeLast(), layout, row));
			return;
		}
		if (question.isEmpty() || isReply(layout.cell(row, Column.TYPE)) || isPrivateRow(row, layout)) {
			this.aside.add(String.join(" ", row).strip());
			return;
		}
		var number = layout.cell(row, Column.NUMBER);
		var votes = layout.cell(row, Column.VOTES);
		var asker = layout.cell(row, Column.ASKER);
		var email = layout.cell(row, Column.EMAIL);
		var state = AnswerWords.state(layout.cell(row, Column.STATE));
		this.entries.add(answered(
				new Entry(Layout.isNumber(number) ? number : "", Layout.isAddress(asker) ? "" : asker,
						Layout.isAddress(email) ? email : Layout.isAddress(asker) ? asker : "", question, List.of(),
						(state != null) ? state : State.OPEN, layout.cell(row, Column.TIME),
						Layout.isNumber(votes) ? Integer.parseInt(votes) : 0, row.size() > layout.width()),
				layout, row));
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
				Answer answer = AnswerWords.answer(layout.cell(row, Column.ANSWERED_BY), cell);
				answers.add(answer);
				state = (state == State.OPEN) ? State.ANSWERED : state;
			}
		}
		return new Entry(entry.number(), entry.asker(), entry.email(), entry.text(), answers, state, entry.time(),
				entry.votes(), entry.doubtful());
	}

	private static boolean isReply(String type) {
		var plain = ChatWords.plain(type);
		return !plain.isEmpty() && (plain.contains("response") || plain.contains("reply") || plain.contains("answer")
				|| plain.contains("announcement") || plain.contains("antwort") || plain.contains("respuesta")
				|| plain.contains("réponse") || plain.contains("poll"));
	}

	/** "|---|---|" below the header of a Markdown table. */
	private static boolean isRule(List<String> row) {
		return row.stream().allMatch((cell) -> cell.chars().allMatch((sign) -> "-: =".indexOf(sign) >= 0));
	}

	private String printed(List<List<String>> rows) {
		var text = new StringBuilder();
		for (var row : rows) {
			for (var at = 0; at < row.size(); at++) {
				var cell = row.get(at);
				text.append((at > 0) ? String.valueOf(this.cells.delimiter()) : "");
				var plain = cell.indexOf('\n') < 0 && cell.indexOf('"') < 0 && cell.indexOf(this.cells.delimiter()) < 0;
				text.append(plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"");
			}
			text.append('\n');
		}
		return text.toString();
	}

	/**
	 * A table without what was private.
	 *
	 * @param text empty if nothing was
	 * @param answers how many were taken out
	 */
	record PrivateLeft(String text, int answers) {

	}

}
