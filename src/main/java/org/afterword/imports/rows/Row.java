package org.afterword.imports.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the preview: a question as it was read, or as the facilitator corrected it.
 *
 * @param number "5" or "10a"; empty while it has none; after a correction anything that
 * was typed
 * @param asker the name as the list has it; empty if nobody is named
 * @param under the number of the parent question; empty for a question of its own
 * @param follows the number it followed in the list where that is not its parent; else
 * empty
 * @param keep whether the row is ticked and becomes a question
 */
public record Row(String number, String asker, String text, String under, String follows, boolean keep,
		List<Note> notes) {

	/** The longest question, in code points. */
	static final int LONGEST = 2_000;

	/** A text longer than this many questions is not searched for a second question. */
	private static final int LONGEST_SEARCHED = 10 * LONGEST;

	public Row {
		notes = List.copyOf(notes);
	}

	/** A question of its own, ticked, without notes. */
	public static Row of(String number, String asker, String text) {
		return new Row(number, asker, text, "", "", true, List.of());
	}

	/**
	 * The questions within this one: its paragraphs, or the sentences that ask; empty if
	 * it is a single question.
	 */
	public List<String> parts() {
		var paragraphs = paragraphs();
		if (paragraphs.size() > 1) {
			return paragraphs;
		}
		return (this.text.length() <= LONGEST_SEARCHED) ? TwoQuestions.parts(this.text) : List.of();
	}

	private List<String> paragraphs() {
		var paragraphs = new ArrayList<StringBuilder>();
		var open = false;
		for (var line : this.text.lines().toList()) {
			if (!line.isBlank() && open) {
				paragraphs.getLast().append('\n').append(line);
			}
			else if (!line.isBlank()) {
				paragraphs.add(new StringBuilder(line));
			}
			open = !line.isBlank();
		}
		return paragraphs.stream().map((paragraph) -> paragraph.toString().strip()).toList();
	}

	public boolean hasWarning() {
		return this.notes.stream().anyMatch(Note::isWarning);
	}

	/** Whether it must be corrected before the list can be published. */
	public boolean isRefused() {
		return this.notes.stream().anyMatch(Note::isRefusal);
	}

	public boolean has(Note.Kind kind) {
		return this.notes.stream().anyMatch((note) -> note.kind() == kind);
	}

	public Row withNumber(String number) {
		return new Row(number, this.asker, this.text, this.under, this.follows, this.keep, this.notes);
	}

	public Row withAsker(String asker) {
		return new Row(this.number, asker, this.text, this.under, this.follows, this.keep, this.notes);
	}

	public Row withText(String text) {
		return new Row(this.number, this.asker, text, this.under, this.follows, this.keep, this.notes);
	}

	public Row withPlace(String under, String follows) {
		return new Row(this.number, this.asker, this.text, under, follows, this.keep, this.notes);
	}

	public Row withNote(Note note) {
		var more = new ArrayList<>(this.notes);
		more.add(note);
		return withNotes(more);
	}

	Row withNotes(List<Note> notes) {
		return new Row(this.number, this.asker, this.text, this.under, this.follows, this.keep, notes);
	}

	/**
	 * Replaces the notes by those on how the row was read that still apply after the
	 * correction.
	 * @param read the row as it was read
	 */
	public Row withNotesOf(Row read) {
		return withNotes(read.notes().stream().filter((note) -> switch (note.kind()) {
			case ASKER_FROM_PARENT, ASKER_GUESSED -> this.asker.equals(read.asker());
			case BULLET, INDENTED -> this.under.equals(read.under()) && this.follows.equals(read.follows())
					&& this.number.equals(read.number());
			case NUMBER_GIVEN, NUMBER_CHANGED, LETTERS_RESTARTED -> this.number.equals(read.number());
			case POST_NUMBER, NOISE -> !this.keep;
			case LOST_SOURCE, DASH_REMOVED, ADDRESS_REMOVED, MORE_CELLS -> this.text.equals(read.text());
			case ANSWERED_LIVE, ANSWERED, ANSWER_GIVEN, ANSWERED_PRIVATELY, DISMISSED, TO_PANEL -> true;
			default -> false;
		}).toList());
	}

}
