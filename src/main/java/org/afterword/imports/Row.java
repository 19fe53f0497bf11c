package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the preview: a question as it was understood, or as the facilitator
 * corrected it.
 *
 * @param number "5" or "10a"; empty while it has none; after a correction it may be
 * anything that was typed
 * @param asker as the list calls the person; empty if nobody is named
 * @param under the number of the question that this one belongs to; empty for a question
 * of its own
 * @param follows the number after which it stood in the list, where that was no parent;
 * else empty
 * @param keep false for what is shown without a tick
 */
record Row(String number, String asker, String text, String under, String follows, boolean keep, List<Note> notes) {

	/** The longest question, in characters as people count them (code points). */
	static final int LONGEST = 2_000;

	/** Nobody looks for two questions in what is longer than so many. */
	private static final int MOST_TIMES = 10;

	Row {
		notes = List.copyOf(notes);
	}

	/** A question of its own, without notes. */
	static Row of(String number, String asker, String text) {
		return new Row(number, asker, text, "", "", true, List.of());
	}

	/**
	 * The questions that stand in this one, parted by an empty line or as far as can be
	 * seen; empty if it is a single question.
	 */
	List<String> parts() {
		var paragraphs = paragraphs();
		if (paragraphs.size() > 1) {
			return paragraphs;
		}
		return (this.text.length() <= MOST_TIMES * LONGEST) ? TwoQuestions.parts(this.text) : List.of();
	}

	private List<String> paragraphs() {
		var paragraphs = new ArrayList<StringBuilder>();
		var open = false;
		for (var line : this.text.lines().toList()) {
			if (!line.isBlank()) {
				if (open) {
					paragraphs.getLast().append('\n').append(line);
				}
				else {
					paragraphs.add(new StringBuilder(line));
				}
			}
			open = !line.isBlank();
		}
		return paragraphs.stream().map((paragraph) -> paragraph.toString().strip()).toList();
	}

	boolean hasWarning() {
		return this.notes.stream().anyMatch(Note::isWarning);
	}

	/** Whether it must be corrected before the list can be published. */
	boolean isRefused() {
		return this.notes.stream().anyMatch(Note::isRefusal);
	}

	boolean has(Note.Kind kind) {
		return this.notes.stream().anyMatch((note) -> note.kind() == kind);
	}

	Row numbered(String number) {
		return new Row(number, this.asker, this.text, this.under, this.follows, this.keep, this.notes);
	}

	Row askedBy(String asker) {
		return new Row(this.number, asker, this.text, this.under, this.follows, this.keep, this.notes);
	}

	Row saying(String text) {
		return new Row(this.number, this.asker, text, this.under, this.follows, this.keep, this.notes);
	}

	Row placed(String under, String follows) {
		return new Row(this.number, this.asker, this.text, under, follows, this.keep, this.notes);
	}

	/**
	 * Keeps those notes on how it was read that still fit after it was corrected.
	 * @param read the row as it was read
	 */
	Row recalling(Row read) {
		return noting(read.notes().stream().filter((note) -> switch (note.kind()) {
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

	Row noting(List<Note> notes) {
		return new Row(this.number, this.asker, this.text, this.under, this.follows, this.keep, notes);
	}

	Row noting(Note note) {
		var more = new ArrayList<>(this.notes);
		more.add(note);
		return noting(more);
	}

}
