package org.afterword.imports;

import java.util.List;
import java.util.Locale;

/** Why a list cannot be used as it is. The arguments go into the message. */
record Problem(Kind kind, List<String> arguments) {

	Problem {
		arguments = List.copyOf(arguments);
	}

	static Problem of(Kind kind, String... arguments) {
		return new Problem(kind, List.of(arguments));
	}

	String messageKey() {
		return "import.problem." + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	enum Kind {

		EMPTY,

		/** A picture, pasted as the letters of its bytes. */
		PICTURE,

		/** Another file, pasted as the letters of its bytes. */
		NOT_TEXT,

		NO_QUESTION,

		/** How many there are, how many there may be. */
		TOO_MANY,

		/** How many characters there are, how many there may be. */
		TOO_LARGE,

		/** How many lines there may be. */
		TOO_MANY_LINES,

		/** A chat in which nothing was said to everybody. */
		ALL_PRIVATE,

		/** A table, and no column of questions. */
		NO_COLUMN,

		/** How many rows there may be. */
		TOO_MANY_ROWS,

		/** How many there are, how many there may be. */
		TOO_MANY_COLUMNS,

		/** How many characters the longest cell has, how many it may have. */
		CELL_TOO_LONG,

		/** Data for programs. */
		JSON,

		/** Data for programs. */
		XML,

		SUBTITLES

	}

}
