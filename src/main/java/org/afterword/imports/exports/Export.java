package org.afterword.imports.exports;

import java.util.List;
import java.util.OptionalInt;

/**
 * What was recognised in an export.
 *
 * @param title of the webinar; may be empty
 * @param entries in their order; none if there is a fault
 * @param aside lines that are no entries: reactions, the header of a report, other tables
 * @param above the lines above a chat, which may be a list
 * @param fault why it cannot be used
 * @param found how many there are, if the fault is that there are too many
 */
public record Export(Kind kind, String title, List<Entry> entries, List<String> aside, List<String> above, Fault fault,
		OptionalInt found) {

	/** The most rows of a table, and the most messages of a chat. */
	public static final int MOST_ROWS = 5_000;

	public static final int MOST_COLUMNS = 100;

	/** The longest cell, in characters. */
	public static final int LONGEST_CELL = 20_000;

	public Export {
		entries = List.copyOf(entries);
		aside = List.copyOf(aside);
		above = List.copyOf(above);
	}

	static Export of(Kind kind, String title, List<Entry> entries, List<String> aside) {
		return new Export(kind, title, entries, aside, List.of(), Fault.NONE, OptionalInt.empty());
	}

	static Export of(Kind kind, Fault fault) {
		return new Export(kind, "", List.of(), List.of(), List.of(), fault, OptionalInt.empty());
	}

	static Export of(Kind kind, Fault fault, int found) {
		return new Export(kind, "", List.of(), List.of(), List.of(), fault, OptionalInt.of(found));
	}

	Export below(List<String> lines) {
		return new Export(this.kind, this.title, this.entries, this.aside, lines, this.fault, this.found);
	}

	/** What an export looks like. */
	public enum Kind {

		CHAT, TABLE,

		/** For programs or players: JSON, XML, subtitles. */
		OTHER

	}

	/** Why an export cannot be used. */
	public enum Fault {

		NONE,

		/** There is no public message. */
		ALL_PRIVATE,

		/** A table without a column of questions. */
		NO_QUESTIONS,

		TOO_MANY_ROWS, TOO_MANY_COLUMNS, CELL_TOO_LONG,

		/** Made for programs, not for people. */
		JSON, XML, SUBTITLES

	}

}
