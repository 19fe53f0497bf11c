package org.afterword.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.afterword.imports.lists.LeftOut;
import org.afterword.imports.rows.Askers;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.questions.Labels;

/**
 * The preview of a list, as its page shows it.
 *
 * @param kept how many rows are ticked
 * @param people who asks in them, each once
 * @param lookAt in how many rows something should be looked at
 * @param lost sources that are announced without an address
 * @param addresses how many askers' e-mail addresses are kept for claims
 */
record ListPage(List<Line> lines, int kept, List<String> people, int lookAt, List<LeftOut> leftOut,
		List<Announced> lost, int addresses) {

	/** About so many characters stand in a line of a question’s field. */
	private static final int CHARACTERS = 58;

	private static final int TALLEST = 14;

	static ListPage of(TopicForm form, List<Row> rows) {
		var read = form.list().reading();
		var typed = form.with(rows).rows();
		var firsts = new HashMap<String, String>();
		var lines = new ArrayList<Line>();
		for (var at = 0; at < rows.size(); at++) {
			var row = rows.get(at);
			var named = row.keep() && !row.asker().isBlank();
			var first = named ? firsts.putIfAbsent(Labels.key(row.asker()), row.number()) : null;
			lines.add(new Line(at, typed.get(at), row.notes(), places(rows, at), height(row.text()),
					(first != null) ? first : "", row.isRefused()));
		}
		return new ListPage(lines, (int) rows.stream().filter(Row::keep).count(), Askers.in(rows),
				(int) rows.stream().filter(Row::hasWarning).count(), read.leftOut(), read.lostSources(),
				read.addresses().size());
	}

	/** The lines that must be put right before the list can be published. */
	public List<Line> refused() {
		return this.lines.stream().filter(Line::refused).toList();
	}

	/** How many lines of what was pasted stand nowhere on the page. */
	public int linesLeftOut() {
		return this.leftOut.stream().mapToInt(LeftOut::lines).sum();
	}

	private static int height(String text) {
		var lines = text.lines().mapToInt((line) -> 1 + line.length() / CHARACTERS).sum();
		return Math.clamp(lines, 2, TALLEST);
	}

	private static List<Place> places(List<Row> rows, int at) {
		var row = rows.get(at);
		var places = new LinkedHashMap<String, Place>();
		put(places, "alone", "");
		IntStream.iterate(at - 1, (above) -> above >= 0, (above) -> above - 1)
			.mapToObj(rows::get)
			.filter((above) -> above.keep() && above.under().isEmpty() && QuestionNumber.isOne(above.number()))
			.findFirst()
			.ifPresent((above) -> put(places, "under", above.number()));
		if (!row.under().isEmpty()) {
			put(places, "under", row.under());
		}
		if (at > 0 && rows.get(at - 1).keep() && QuestionNumber.isOne(rows.get(at - 1).number())) {
			put(places, "follows", rows.get(at - 1).number());
		}
		if (!row.follows().isEmpty()) {
			put(places, "follows", row.follows());
		}
		if (at > 0) {
			put(places, "joined", "");
		}
		return List.copyOf(places.values());
	}

	private static void put(LinkedHashMap<String, Place> places, String word, String number) {
		var value = word.equals("alone") ? "" : word.equals("joined") ? word : word + ":" + number;
		places.putIfAbsent(value, new Place(value, "import.place." + word, number));
	}

	/**
	 * One line of the table.
	 *
	 * @param at its place, from 0
	 * @param height of the question’s field, in lines
	 * @param samePerson the first question of whoever asks here; empty where this is the
	 * first
	 */
	record Line(int at, TypedRow row, List<Note> notes, List<Place> places, int height, String samePerson,
			boolean refused) {

	}

	/**
	 * Where a question can stand.
	 *
	 * @param value of the option
	 * @param key of its words
	 * @param number that the words name; may be empty
	 */
	record Place(String value, String key, String number) {

	}

}
