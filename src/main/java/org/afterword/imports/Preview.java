package org.afterword.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.afterword.imports.lists.LeftOut;
import org.afterword.imports.rows.Askers;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.questions.Labels;

/**
 * The preview of a list, as its page shows it.
 *
 * @param kept how many rows are ticked
 * @param people the askers of the ticked rows, each once
 * @param warnings how many rows should be checked
 * @param lost sources that are announced without a link
 * @param addresses how many askers' e-mail addresses are kept for claims
 */
record Preview(List<Line> lines, int kept, List<String> people, int warnings, List<LeftOut> leftOut,
		List<Announced> lost, int addresses) {

	/** About how many characters fit on a line of a question's field. */
	private static final int CHARACTERS = 58;

	/** The tallest field of a question, in lines. */
	private static final int TALLEST = 14;

	static Preview of(TopicForm form, List<Row> rows) {
		var read = form.list().reading();
		return new Preview(lines(form.with(rows).rows(), rows), (int) rows.stream().filter(Row::keep).count(),
				Askers.in(rows), (int) rows.stream().filter(Row::hasWarning).count(), read.leftOut(),
				read.lostSources(), read.addresses().size());
	}

	private static List<Line> lines(List<TypedRow> typed, List<Row> rows) {
		var firsts = new HashMap<String, String>();
		var lines = new ArrayList<Line>();
		for (var at = 0; at < rows.size(); at++) {
			var row = rows.get(at);
			var named = row.keep() && !row.asker().isBlank();
			var first = named ? firsts.putIfAbsent(Labels.key(row.asker()), row.number()) : null;
			lines.add(new Line(at, typed.get(at), row.notes(), RowPlace.choices(rows, at), height(row.text()),
					(first != null) ? first : "", row.isRefused()));
		}
		return lines;
	}

	/** The lines that must be corrected before the list can be published. */
	public List<Line> refused() {
		return this.lines.stream().filter(Line::refused).toList();
	}

	/** How many pasted lines are nowhere on the page. */
	public int linesLeftOut() {
		return this.leftOut.stream().mapToInt(LeftOut::lines).sum();
	}

	private static int height(String text) {
		var lines = text.lines().mapToInt((line) -> 1 + line.length() / CHARACTERS).sum();
		return Math.clamp(lines, 2, TALLEST);
	}

	/**
	 * One line of the table.
	 *
	 * @param at its index, from 0
	 * @param height of the question's field, in lines
	 * @param samePerson the number of the first question by the same asker; empty for the
	 * first
	 */
	record Line(int at, TypedRow row, List<Note> notes, List<RowPlace> places, int height, String samePerson,
			boolean refused) {

	}

}
