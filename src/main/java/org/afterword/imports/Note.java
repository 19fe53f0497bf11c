package org.afterword.imports;

import java.util.List;
import java.util.Locale;

/** What the facilitator should know about a row. The arguments go into the message. */
record Note(Kind kind, List<String> arguments) {

	Note {
		arguments = List.copyOf(arguments);
	}

	static Note of(Kind kind, String... arguments) {
		return new Note(kind, List.of(arguments));
	}

	public boolean isWarning() {
		return this.kind.weight != Weight.HINT;
	}

	/** Whether the row can be split where it says so. */
	public boolean isSplits() {
		return this.kind == Kind.TWO_QUESTIONS;
	}

	/** Whether the list cannot be published with it. */
	boolean isRefusal() {
		return this.kind.weight == Weight.REFUSAL;
	}

	public String messageKey() {
		return "import.note." + this.kind.word();
	}

	enum Weight {

		HINT, WARNING, REFUSAL

	}

	/** Checked kinds follow from the rows alone; the others say how a row was read. */
	enum Kind {

		/** The number. */
		DUPLICATE_NUMBER(Weight.REFUSAL, true),

		/** What was typed. */
		MALFORMED_NUMBER(Weight.REFUSAL, true),

		/** The number of the parent that is not there. */
		NO_PARENT(Weight.REFUSAL, true),

		EMPTY_TEXT(Weight.REFUSAL, true),

		/** How many characters it has, how many it may have. */
		TOO_LONG(Weight.REFUSAL, true),

		/** How many characters the name has, how many it may have. */
		LONG_NAME(Weight.REFUSAL, true),

		/** The number or numbers that the list skips before this row. */
		MISSING_NUMBER(Weight.WARNING, true),

		/** The number of the row that says the same. */
		SAME_TEXT(Weight.WARNING, true),

		/** Nobody is named here, though others are. */
		NO_ASKER(Weight.WARNING, true),

		TWO_QUESTIONS(Weight.WARNING, true),

		/** The label. */
		SEVERAL_ASKERS(Weight.WARNING, true),

		/** The label. */
		ONE_LETTER(Weight.HINT, true),

		/** Whoever asks gave no name. */
		ANONYMOUS(Weight.HINT, true),

		/** The parent's number, its asker. */
		ASKER_FROM_PARENT(Weight.WARNING, false),

		/** A bullet under a question that named nobody; the parent's number. */
		BULLET(Weight.WARNING, false),

		/** The label, which stood in brackets at the end. */
		ASKER_GUESSED(Weight.WARNING, false),

		/** Its number, the number it stood under. */
		INDENTED(Weight.WARNING, false),

		POST_NUMBER(Weight.WARNING, false),

		/** The letter in the list, the number given. */
		LETTERS_RESTARTED(Weight.WARNING, false),

		/** A source is announced and no address follows. */
		LOST_SOURCE(Weight.WARNING, false),

		DASH_REMOVED(Weight.HINT, false),

		/** The number. */
		NUMBER_GIVEN(Weight.HINT, false),

		/** What the list had, the number it became. */
		NUMBER_CHANGED(Weight.HINT, false),

		/** A greeting, thanks, or a test of the microphone. */
		NOISE(Weight.HINT, false),

		/** An e-mail address stands in it, which everybody would read. */
		ADDRESS(Weight.WARNING, true),

		ADDRESS_REMOVED(Weight.HINT, false),

		ANSWERED_LIVE(Weight.HINT, false),

		/** So the tool says; no words of the answer. */
		ANSWERED(Weight.HINT, false),

		ANSWER_GIVEN(Weight.HINT, false),

		/** Only the asker saw the answer, and mostly the question. */
		ANSWERED_PRIVATELY(Weight.WARNING, false),

		DISMISSED(Weight.HINT, false),

		/** A message to hosts and speakers only. */
		TO_PANEL(Weight.WARNING, false),

		/** More cells than the table has columns. */
		MORE_CELLS(Weight.WARNING, false);

		private final Weight weight;

		private final boolean checked;

		Kind(Weight weight, boolean checked) {
			this.weight = weight;
			this.checked = checked;
		}

		boolean isChecked() {
			return this.checked;
		}

		private String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
