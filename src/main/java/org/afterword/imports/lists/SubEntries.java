package org.afterword.imports.lists;

/** Counts the letters and numbers below the current entry of a list. */
final class SubEntries {

	private static final int MOST_LETTERS = 4;

	/** How far into a line its letters begin at most, in characters. */
	private static final int LETTERS_WITHIN = 5;

	/** A longer text before a colon is no name, in characters. */
	private static final int LONGEST_NAME = 60;

	/** The position of "i" in the alphabet. */
	private static final int LETTER_I = 9;

	private int lastLetter;

	/** The 2 of "10.2". */
	private int lastMinor;

	private int lastNested;

	/** Whether a numbered list goes on inside the entry. */
	private boolean nesting;

	/** A new entry begins. */
	void reset() {
		this.lastLetter = 0;
		this.lastMinor = 0;
	}

	void endNesting() {
		this.nesting = false;
	}

	boolean isNesting() {
		return this.nesting;
	}

	void letter(int value) {
		this.lastLetter = value;
	}

	void minor(int value) {
		this.lastMinor = value;
	}

	boolean hasLetter() {
		return this.lastLetter > 0;
	}

	boolean isNextLetter(Mark mark) {
		return mark.value() == this.lastLetter + 1;
	}

	boolean isNextMinor(Mark mark) {
		return mark.minor() == this.lastMinor + 1;
	}

	/**
	 * Takes a number into the list inside the entry, if it begins or continues one.
	 * @param mayBegin whether there is an entry around it
	 */
	boolean nests(Mark mark, boolean mayBegin) {
		var continues = this.nesting && mark.value() == this.lastNested + 1;
		if (!continues && !(mayBegin && mark.value() == 1)) {
			return false;
		}
		this.nesting = true;
		this.lastNested = mark.value();
		return true;
	}

	/** Whether "i)" is a Roman numeral: no letter comes before it. */
	boolean isRomanOne(ListLine line, Mark mark) {
		return line.content().contains("i)") && mark.value() == LETTER_I && this.lastLetter == 0;
	}

	/** Whether the letter is the initial of an asker: "A. Silva: how deep?" */
	static boolean isName(ListLine line, Mark mark) {
		var colon = line.content().indexOf(':');
		return mark.sort() == Mark.Sort.CAPITAL && colon > 0 && colon < LONGEST_NAME
				&& PersonLabel.is(line.content().substring(0, colon));
	}

	/** The letters of the mark, as the list has them. */
	static String letters(ListLine line) {
		var letters = new StringBuilder();
		for (var at = 0; at < Math.min(LETTERS_WITHIN, line.content().length())
				&& letters.length() < MOST_LETTERS; at++) {
			if (Character.isLetter(line.content().charAt(at))) {
				letters.append(line.content().charAt(at));
			}
			else if (!letters.isEmpty()) {
				break;
			}
		}
		return letters.toString();
	}

}
