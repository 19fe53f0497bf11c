package org.afterword.imports.rows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the facilitator should know about a row.
 *
 * @param arguments of the message
 */
public record Note(Kind kind, List<String> arguments) {

	public Note {
		arguments = List.copyOf(arguments);
	}

	public static Note of(Kind kind, Object... arguments) {
		return new Note(kind, Stream.of(arguments).map(Object::toString).toList());
	}

	public boolean isWarning() {
		return this.kind.weight != Weight.HINT;
	}

	/** Whether the row can be split because of this. */
	public boolean isSplittable() {
		return this.kind == Kind.TWO_QUESTIONS;
	}

	/** Whether a list with this note cannot be published. */
	boolean isRefusal() {
		return this.kind.weight == Weight.REFUSAL;
	}

	public String messageKey() {
		return "import.note." + this.kind.word();
	}

	/** How much a note matters; a refusal must be corrected before publication. */
	private enum Weight {

		HINT, WARNING, REFUSAL

	}

	/**
	 * Checked kinds follow from the rows alone and are found anew by {@link RowChecks};
	 * the others say how a row was read. The comments name the arguments.
	 */
	public enum Kind {

		/** The number. */
		DUPLICATE_NUMBER(Weight.REFUSAL, true),

		/** What was typed. */
		MALFORMED_NUMBER(Weight.REFUSAL, true),

		/** The number of the missing parent. */
		NO_PARENT(Weight.REFUSAL, true),

		EMPTY_TEXT(Weight.REFUSAL, true),

		/** Its length and the limit, in characters. */
		TOO_LONG(Weight.REFUSAL, true),

		/** The length of the name and the limit, in characters. */
		LONG_NAME(Weight.REFUSAL, true),

		/** The number or numbers that the list skips before this row. */
		MISSING_NUMBER(Weight.WARNING, true),

		/** The number of the row with the same text. */
		SAME_TEXT(Weight.WARNING, true),

		/** Nobody is named in this row, but somebody is in others. */
		NO_ASKER(Weight.WARNING, true),

		TWO_QUESTIONS(Weight.WARNING, true),

		/** The label. */
		SEVERAL_ASKERS(Weight.WARNING, true),

		/** The label. */
		ONE_LETTER(Weight.HINT, true),

		/** The asker gave no name. */
		ANONYMOUS(Weight.HINT, true),

		/** The parent's number, its asker. */
		ASKER_FROM_PARENT(Weight.WARNING, false),

		/** A bullet under a question without an asker. The parent's number. */
		BULLET(Weight.WARNING, false),

		/** The label, found in brackets at the end. */
		ASKER_GUESSED(Weight.WARNING, false),

		/** Its number, the number above it. */
		INDENTED(Weight.WARNING, false),

		POST_NUMBER(Weight.WARNING, false),

		/** The letter in the list, the number given. */
		LETTERS_RESTARTED(Weight.WARNING, false),

		/** A source is announced, but no link follows. */
		LOST_SOURCE(Weight.WARNING, false),

		DASH_REMOVED(Weight.HINT, false),

		/** The number. */
		NUMBER_GIVEN(Weight.HINT, false),

		/** The number in the list, the new number. */
		NUMBER_CHANGED(Weight.HINT, false),

		/** A greeting, thanks, or a test of the microphone. */
		NOISE(Weight.HINT, false),

		/** The row contains an e-mail address, which would be published. */
		ADDRESS(Weight.WARNING, true),

		ADDRESS_REMOVED(Weight.HINT, false),

		ANSWERED_LIVE(Weight.HINT, false),

		/** Marked as answered by the webinar tool, without the answer itself. */
		ANSWERED(Weight.HINT, false),

		ANSWER_GIVEN(Weight.HINT, false),

		/** Only the asker saw the answer, and usually the question. */
		ANSWERED_PRIVATELY(Weight.WARNING, false),

		DISMISSED(Weight.HINT, false),

		/** A message to hosts and panelists only. */
		TO_PANEL(Weight.WARNING, false),

		/** The row has more cells than the table has columns. */
		MORE_CELLS(Weight.WARNING, false);

		private final Weight weight;

		private final boolean checked;

		Kind(Weight weight, boolean checked) {
			this.weight = weight;
			this.checked = checked;
		}

		public boolean isChecked() {
			return this.checked;
		}

		private String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
