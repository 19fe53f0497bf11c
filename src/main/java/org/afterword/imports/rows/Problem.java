package org.afterword.imports.rows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why a list cannot be used as it is.
 *
 * @param arguments of the message
 */
public record Problem(Kind kind, List<String> arguments) {

	public Problem {
		arguments = List.copyOf(arguments);
	}

	public static Problem of(Kind kind, Object... arguments) {
		return new Problem(kind, Stream.of(arguments).map(Object::toString).toList());
	}

	public String messageKey() {
		return "import.problem." + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The comments name the arguments. */
	public enum Kind {

		EMPTY,

		/** The bytes of a picture, pasted as text. */
		PICTURE,

		/** The bytes of another file, pasted as text. */
		NOT_TEXT,

		NO_QUESTION,

		/** The number found, the limit. */
		TOO_MANY,

		/** The number of characters, the limit. */
		TOO_LARGE,

		/** The limit. */
		TOO_MANY_LINES,

		/** A chat without any public message. */
		ALL_PRIVATE,

		/** A table without a column of questions. */
		NO_COLUMN,

		/** The limit. */
		TOO_MANY_ROWS,

		/** The number found, the limit. */
		TOO_MANY_COLUMNS,

		/** The length of the longest cell and the limit, in characters. */
		CELL_TOO_LONG,

		/** Data for programs, not people. */
		JSON,

		/** Data for programs, not people. */
		XML,

		SUBTITLES

	}

}
