package org.afterword.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines of a report, in Markdown. */
final class Table {

	private final List<String> lines = new ArrayList<>();

	Table(String... headings) {
		row((Object[]) headings);
		row(Arrays.stream(headings).map((heading) -> "---").toArray());
	}

	void row(Object... cells) {
		this.lines.add("| " + String.join(" | ", Arrays.stream(cells).map(Table::cell).toList()) + " |");
	}

	private static String cell(Object cell) {
		if (!(cell instanceof Double number)) {
			return String.valueOf(cell);
		}
		return String.format(Locale.ROOT, (number < 1) ? "%.4f" : (number < 20) ? "%.1f" : "%,.0f", number);
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines) + "\n";
	}

}
