package org.afterword.imports.lists;

import java.util.List;

/** How the entries of a marked list begin. */
enum ListShape {

	/** "1.", "Q1:", "(1)". */
	NUMBERS,

	/** "1 text". */
	BARE,

	/** "a)". */
	LETTERS,

	BULLETS,

	/** "#1" alone on its line. */
	HASHES;

	/** A number that leaps further is a year or a page, not the next question. */
	static final int FURTHEST_LEAP = 30;

	/** In the order in which they are tried. */
	static final List<ListShape> LIKELIEST_FIRST = List.of(NUMBERS, BARE, LETTERS, BULLETS, HASHES);

	/** Whether the line begins an entry of such a list. */
	boolean begins(ListLine line) {
		var mark = line.mark();
		return switch (this) {
			case NUMBERS -> mark != null && mark.isNumber() && !mark.isLoneHash();
			case BARE -> mark != null && !mark.isLoneHash() && (mark.sort() == Mark.Sort.BARE || mark.isNumber());
			case LETTERS -> mark != null && mark.isLetter();
			case HASHES -> line.isPostNumber();
			case BULLETS -> line.bullet() && !line.content().isEmpty() && !line.isPostNumber();
		};
	}

	/** Whether a list can begin with this number; bullets have none. */
	boolean canStartWith(int value) {
		return this == NUMBERS || this == BULLETS || value == 1;
	}

	/** Whether a list can go on with this number after the last one. */
	boolean canContinue(int last, int value) {
		return switch (this) {
			case NUMBERS -> value >= last && value - last <= FURTHEST_LEAP && value + last > 2;
			case BULLETS -> true;
			default -> value == last + 1;
		};
	}

	/** How many entries make such a list. */
	int fewest() {
		return (this == NUMBERS || this == BULLETS) ? 1 : 2;
	}

}
