package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;

import org.afterword.imports.words.Punctuation;

/** Reads a list whose entries begin with numbers, letters or bullets. */
final class MarkedList {

	/** A longer line is no heading, in characters. */
	private static final int LONGEST_HEADING = 80;

	/** How many lines an entry's words may go on after a blank line. */
	private static final int MOST_LINES_BETWEEN = 15;

	/** A shorter line was not broken by a mail program, in characters. */
	private static final int WRAPPED = 50;

	private final Outline outline;

	private final ListShape shape;

	private final LeftOutLines leftOut;

	private final List<Draft> drafts = new ArrayList<>();

	private final EntryNumbers numbers;

	private MarkedList(Outline outline, LeftOutLines leftOut) {
		this.outline = outline;
		this.shape = outline.shape();
		this.leftOut = leftOut;
		this.numbers = new EntryNumbers(outline, this.drafts);
	}

	static List<Draft> read(Outline outline, LeftOutLines leftOut) {
		var list = new MarkedList(outline, leftOut);
		list.outline.from(list.readEntries()).forEach(leftOut::addConversation);
		return list.drafts;
	}

	/**
	 * Reads the list up to the line, which is returned, where the conversation begins.
	 */
	private int readEntries() {
		var gap = false;
		for (var at = this.outline.start(); at < this.outline.size(); at++) {
			var line = this.outline.line(at);
			if (line.isBlank()) {
				gap = true;
			}
			else if (line.depth() != this.outline.depth() && !isBrokenQuote(at, gap)) {
				// An answer between the quoted questions of a mail.
				this.leftOut.addConversation(line);
				gap = true;
			}
			else if (isEntry(line, gap)) {
				this.numbers.start(line, at);
				gap = false;
			}
			else if (line.isPostNumber() && (line.bullet() || gap)) {
				this.drafts.add(Draft.postNumber(line.content()));
				return at + 1;
			}
			else if (reads(at, gap)) {
				gap = false;
			}
			else {
				return at;
			}
		}
		return this.outline.size();
	}

	private boolean isEntry(ListLine line, boolean gap) {
		return this.shape.begins(line) && this.numbers.isEntry(line, gap);
	}

	/** Reads a line that begins no entry; false if the conversation begins with it. */
	private boolean reads(int at, boolean gap) {
		var line = this.outline.line(at);
		var emptiness = line.emptiness();
		if (emptiness != null) {
			this.leftOut.add(emptiness, line.words());
			return true;
		}
		if (line.startsConversation() && !goesOn(at)) {
			return false;
		}
		var mark = line.mark();
		if (mark != null && this.numbers.isSubLetter(line)) {
			this.numbers.startSubLetter(line, mark);
			return true;
		}
		return (line.bullet() && this.shape != ListShape.BULLETS) ? readsBullet(line, gap) : readsWords(at, gap);
	}

	private boolean readsBullet(ListLine line, boolean gap) {
		var last = this.drafts.getLast();
		if (!gap && last.endsWithColon()) {
			// "How do you choose:" and the bullets below are one question.
			last.add(line.content());
			return true;
		}
		if (PersonLabel.is(line.content())) {
			// "- Amara" is a signature.
			return false;
		}
		this.numbers.startSubBullet(line);
		return true;
	}

	private boolean readsWords(int at, boolean gap) {
		var words = this.outline.line(at).words();
		if (gap && !goesOn(at)) {
			return false;
		}
		if (gap ? isHeading(at) : isHeadingOfPart(at)) {
			this.leftOut.add(LeftOut.Reason.HEADING, words);
		}
		else {
			this.drafts.getLast().add(words);
		}
		return true;
	}

	/** A short line by itself, after a blank line. */
	private boolean isHeading(int at) {
		var words = this.outline.line(at).words();
		var single = this.outline.isBlank(at + 1) || this.outline.next(at) == at + 1;
		var title = words.endsWith(":") || words.endsWith("：")
				|| (!Punctuation.endsSentence(words) && this.drafts.getLast().endsSentence());
		return single && words.length() <= LONGEST_HEADING && title;
	}

	/** "Day 2", right above a part that counts from 1 again. */
	private boolean isHeadingOfPart(int at) {
		var next = at + 1;
		while (next < this.outline.size() && this.outline.isBlank(next)) {
			next++;
		}
		var mark = (next < this.outline.size()) ? this.outline.line(next).mark() : null;
		return mark != null && !mark.isLetter() && mark.value() == 1 && isShortAndOpen(at)
				&& this.drafts.getLast().endsSentence() && this.numbers.restarts(mark, next);
	}

	/** Whether the list goes on soon after these words. */
	private boolean goesOn(int at) {
		var line = this.outline.line(at);
		var next = this.outline.next(at);
		var away = next - at;
		if (next >= this.outline.size() || away > MOST_LINES_BETWEEN
				|| (Greetings.isGreeting(line.words()) && away > 3)) {
			return false;
		}
		var mark = this.outline.line(next).mark();
		if (this.shape == ListShape.BULLETS || mark == null) {
			return away <= 4;
		}
		return this.numbers.isSoonNext(mark)
				|| (this.numbers.mayRestart(mark) && away <= 2 && !line.startsConversation() && isShortAndOpen(at));
	}

	private boolean isShortAndOpen(int at) {
		var words = this.outline.line(at).words();
		return words.length() <= LONGEST_HEADING && !Punctuation.endsSentence(words);
	}

	/** Whether a mail program broke a quoted line and left out the quote mark. */
	private boolean isBrokenQuote(int at, boolean gap) {
		var line = this.outline.line(at);
		if (gap || at == 0 || line.depth() > this.outline.depth() || this.shape.begins(line) || this.drafts.isEmpty()) {
			return false;
		}
		var above = this.outline.line(at - 1);
		return above.depth() == this.outline.depth() && above.words().length() >= WRAPPED
				&& !Punctuation.endsSentence(above.words());
	}

}
