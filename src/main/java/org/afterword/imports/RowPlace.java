package org.afterword.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.afterword.imports.rows.Row;
import org.afterword.kernel.QuestionNumber;

/**
 * A place of a row that the preview offers: on its own, under or after a question, joined
 * to the row above.
 *
 * @param value of the option
 * @param key of its message
 * @param number that the message names; may be empty
 */
record RowPlace(String value, String key, String number) {

	private static final String UNDER = "under:";

	private static final String FOLLOWS = "follows:";

	private static final String JOINED = "joined";

	private static final RowPlace ALONE = new RowPlace("", "import.place.alone", "");

	/** The places to choose from, each once. */
	static List<RowPlace> choices(List<Row> rows, int at) {
		var row = rows.get(at);
		var places = new LinkedHashSet<RowPlace>();
		places.add(ALONE);
		IntStream.iterate(at - 1, (above) -> above >= 0, (above) -> above - 1)
			.mapToObj(rows::get)
			.filter((above) -> above.keep() && above.under().isEmpty() && QuestionNumber.isOne(above.number()))
			.findFirst()
			.ifPresent((above) -> places.add(under(above.number())));
		if (!row.under().isEmpty()) {
			places.add(under(row.under()));
		}
		if (at > 0 && rows.get(at - 1).keep() && QuestionNumber.isOne(rows.get(at - 1).number())) {
			places.add(follows(rows.get(at - 1).number()));
		}
		if (!row.follows().isEmpty()) {
			places.add(follows(row.follows()));
		}
		if (at > 0) {
			places.add(new RowPlace(JOINED, "import.place.joined", ""));
		}
		return List.copyOf(places);
	}

	/** The value of the place that the row has. */
	static String of(Row row) {
		if (!row.under().isEmpty()) {
			return UNDER + row.under();
		}
		return row.follows().isEmpty() ? "" : FOLLOWS + row.follows();
	}

	static boolean isJoined(String value) {
		return value.equals(JOINED);
	}

	/** The number of the parent; empty if the place has none. */
	static String parent(String value) {
		return value.startsWith(UNDER) ? value.substring(UNDER.length()) : "";
	}

	/** The number of the question before; empty if the place names none. */
	static String previous(String value) {
		return value.startsWith(FOLLOWS) ? value.substring(FOLLOWS.length()) : "";
	}

	private static RowPlace under(String number) {
		return new RowPlace(UNDER + number, "import.place.under", number);
	}

	private static RowPlace follows(String number) {
		return new RowPlace(FOLLOWS + number, "import.place.follows", number);
	}

}
