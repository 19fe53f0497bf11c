package org.afterword.imports.lists;

import java.util.List;

import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.SubNumbers;
import org.afterword.kernel.QuestionNumber;

/**
 * Numbers the entries of a marked list. Parts of the list that count from 1 again
 * continue the numbers of the part before; letters, bullets and numbers below an entry
 * become its sub-questions.
 */
final class EntryNumbers {

	/** Indentation that makes a sub-entry, in columns. */
	private static final int DEEPER = 2;

	/** Within a sentence, a number this close to the last one still begins an entry. */
	private static final int NEAR = 3;

	private final Outline outline;

	private final ListShape shape;

	private final List<Draft> drafts;

	private final SubNumbers subs = new SubNumbers();

	private final SubEntries below = new SubEntries();

	/** The indentation of the entries, in columns. */
	private int indent;

	/** The last number as the list has it. */
	private int last;

	/** What is added to the numbers of a part that counts from 1 again. */
	private int shift;

	/** The highest number given. */
	private int highest;

	/** Whether the entries are called "Question 1", not only "1" or "Q1". */
	private boolean named;

	/**
	 * @param drafts to which the entries are added
	 */
	EntryNumbers(Outline outline, List<Draft> drafts) {
		this.outline = outline;
		this.shape = outline.shape();
		this.indent = outline.indent();
		this.drafts = drafts;
	}

	/**
	 * Whether a line that looks like an entry is one.
	 * @param gap whether a blank line is above
	 */
	boolean isEntry(ListLine line, boolean gap) {
		var mark = line.mark();
		if (mark == null || this.shape == ListShape.BULLETS) {
			return !line.content().isEmpty() && !line.isPostNumber();
		}
		return this.drafts.isEmpty() || isNext(mark, gap);
	}

	/** Whether a mark soon below some words shows that the list goes on. */
	boolean isSoonNext(Mark mark) {
		if (this.shape == ListShape.LETTERS) {
			return this.below.isNextLetter(mark);
		}
		var leap = mark.value() - this.last;
		return !isOtherHash(mark) && ((leap >= 1 && leap <= NEAR) || (leap == 0 && !mark.letters().isEmpty()));
	}

	/** Whether a part that counts from 1 again may begin with this mark. */
	boolean mayRestart(Mark mark) {
		return this.shape != ListShape.LETTERS && !isOtherHash(mark) && mark.value() == 1;
	}

	/**
	 * Whether another part counts from 1 again: it goes on with 2, and the part before it
	 * had more than one entry.
	 */
	boolean restarts(Mark mark, int at) {
		return mark.value() == 1 && mark.letters().isEmpty() && this.last >= 2 && this.outline.goesOnWith2(at);
	}

	private boolean isOtherHash(Mark mark) {
		return mark.isLoneHash() && this.shape != ListShape.HASHES;
	}

	private boolean isNext(Mark mark, boolean gap) {
		if (this.shape == ListShape.LETTERS) {
			return this.below.isNextLetter(mark) || mark.value() == 1;
		}
		if (isOtherHash(mark)) {
			return false;
		}
		if (mark.minor() > 0) {
			return mark.value() == this.last && this.below.isNextMinor(mark);
		}
		if (this.shape == ListShape.BARE) {
			return mark.value() == this.last + 1;
		}
		// "Question 5: …" in a reply refers to a question.
		var refers = mark.sort() == Mark.Sort.NAMED && !this.named && mark.value() <= this.last;
		return !refers && isPlausible(mark, gap);
	}

	/** Not so in "4. of the law", where a mail program broke a sentence. */
	private boolean isPlausible(Mark mark, boolean gap) {
		var leap = mark.value() - this.last;
		return leap <= ListShape.FURTHEST_LEAP && (gap || !mark.letters().isEmpty() || (leap > 0 && leap <= NEAR)
				|| !this.drafts.getLast().isContinuedBy(mark.rest()));
	}

	/** Begins an entry. */
	void start(ListLine line, int at) {
		var mark = line.mark();
		if (mark == null || this.shape == ListShape.BULLETS) {
			startBullet(line);
			return;
		}
		if (this.drafts.isEmpty()) {
			this.named = mark.sort() == Mark.Sort.NAMED;
		}
		if (this.shape == ListShape.LETTERS) {
			this.below.letter(mark.value());
			add(Integer.toString(++this.last), mark.rest()).noteChangedNumber(SubEntries.letters(line));
		}
		else if (mark.minor() > 0 && !this.drafts.isEmpty()) {
			this.below.minor(mark.minor());
			addSub(mark.rest()).noteChangedNumber(mark.value() + "." + mark.minor());
		}
		else if (isNested(line, mark)) {
			addSub(mark.rest()).noteChangedNumber(Integer.toString(mark.value()));
		}
		else {
			startNumber(line, mark, at);
		}
	}

	private void startBullet(ListLine line) {
		if (line.indent() >= this.indent + DEEPER && !this.drafts.isEmpty()) {
			startSubBullet(line);
			return;
		}
		var number = shifted(++this.last);
		add(number, line.content()).note(Note.Kind.NUMBER_GIVEN, number);
	}

	/** Begins a sub-question with a bullet. */
	void startSubBullet(ListLine line) {
		addSub(line.content()).markBullet();
	}

	/** Whether "1." and "2." are indented below question 10. */
	private boolean isNested(ListLine line, Mark mark) {
		return !this.drafts.isEmpty() && line.indent() >= this.indent + DEEPER
				&& this.below.nests(mark, this.last >= 1);
	}

	private void startNumber(ListLine line, Mark mark, int at) {
		this.below.reset();
		if (restarts(mark, at)) {
			this.shift = this.highest;
		}
		var number = (mark.value() > 0) ? shifted(mark.value()) : "";
		if (!mark.letters().isEmpty() && !number.isEmpty()) {
			startNumberWithLetter(mark, number);
		}
		else {
			startWholeNumber(line, mark, number);
		}
		this.last = mark.value();
	}

	/** "10a", which belongs to question 10. */
	private void startNumberWithLetter(Mark mark, String parent) {
		this.below.letter(mark.letters().charAt(0) - 'a' + 1);
		var draft = add(parent + mark.letters(), mark.rest());
		draft.placeUnder(parent);
		this.subs.markUsed(QuestionNumber.of(draft.number()));
		noteShift(draft, mark.value() + mark.letters());
	}

	private void startWholeNumber(ListLine line, Mark mark, String number) {
		var before = this.drafts.isEmpty() ? "" : this.drafts.getLast().number();
		var draft = add(number, mark.rest());
		noteShift(draft, Integer.toString(mark.value()));
		if (line.indent() >= this.indent + DEEPER && !before.isEmpty() && !this.below.isNesting()) {
			draft.placeAfter(before);
			draft.note(Note.Kind.INDENTED, number, before);
			// What follows with this indentation is a list like any other.
			this.indent = line.indent();
		}
		else {
			this.indent = Math.min(this.indent, line.indent());
		}
		this.below.endNesting();
	}

	/** Whether the line begins a sub-question with a letter, "a)". */
	boolean isSubLetter(ListLine line) {
		var mark = line.mark();
		if (mark == null || !mark.isLetter() || this.drafts.isEmpty() || this.last == 0) {
			return false;
		}
		return !SubEntries.isName(line, mark) && (mark.value() == 1 || this.below.isNextLetter(mark)
				|| line.content().startsWith("i)") || line.content().startsWith("(i)"));
	}

	void startSubLetter(ListLine line, Mark mark) {
		var restarted = mark.value() == 1 && this.below.hasLetter();
		var draft = addSub(mark.rest());
		this.below.letter(this.below.isRomanOne(line, mark) ? 1 : mark.value());
		if (restarted) {
			draft.note(Note.Kind.LETTERS_RESTARTED, SubEntries.letters(line), draft.number());
		}
	}

	private String shifted(int number) {
		this.highest = Math.max(this.highest, number + this.shift);
		return Integer.toString(number + this.shift);
	}

	private void noteShift(Draft draft, String before) {
		if (this.shift > 0) {
			draft.noteChangedNumber(before);
		}
	}

	private Draft add(String number, String text) {
		var draft = new Draft(number, text);
		this.drafts.add(draft);
		return draft;
	}

	/** Adds a sub-question of the last number, or a question if there is none. */
	private Draft addSub(String text) {
		if (this.last == 0) {
			return add("", text);
		}
		var parent = QuestionNumber.of(this.last + this.shift);
		var number = this.subs.next(parent);
		var draft = add(number.orElse(""), text);
		if (number.isPresent()) {
			draft.placeUnder(parent.value());
		}
		return draft;
	}

}
