package org.afterword.kernel.questions;

import java.util.ArrayList;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.questions.QuestionForms.Kind;
import org.afterword.kernel.questions.QuestionForms.Lead;

/** Reads one number behind a word for a question, or several that are joined. */
final class QuestionGroup {

	/** A longer range is no range of questions. */
	private static final int LONGEST_RANGE = 100;

	private static final int MOST_NUMBERS = 100;

	private final String text;

	private final int start;

	private final Lead lead;

	private final List<QuestionNumber> numbers = new ArrayList<>();

	private int end;

	/** Where the next group may begin. */
	private int resume;

	private boolean valid;

	/** Whether the word behind 第5 is still missing. */
	private boolean lacksWord;

	QuestionGroup(String text, int start, Lead lead) {
		this.text = text;
		this.start = start;
		this.lead = lead;
		this.lacksWord = lead.kind() == Kind.ORDINAL;
	}

	/** Returns false if no number stands behind the word. */
	boolean read() {
		var from = skipFrom();
		var first = NumberInText.at(this.text, from);
		if (first == null) {
			return false;
		}
		this.numbers.add(first.number());
		this.end = first.end();
		this.resume = first.end();
		var open = !closeBracket();
		readOrdinalEnd();
		var joined = readMore(first.number());
		open = open && !closeBracket();
		this.valid = !open && !this.lacksWord && (from == this.lead.end() || joined) && !isFalsePositive();
		if (this.valid) {
			this.resume = this.end;
		}
		return true;
	}

	/** Whether the numbers are those of questions. */
	boolean isValid() {
		return this.valid;
	}

	List<QuestionNumber> numbers() {
		return this.numbers;
	}

	int end() {
		return this.end;
	}

	int resume() {
		return this.resume;
	}

	/** The place behind "from" in "questions from 3 to 5". */
	private int skipFrom() {
		if (this.lead.kind() != Kind.WORD) {
			return this.lead.end();
		}
		if (Scan.isAt(this.text, this.lead.end(), "从從")) {
			return this.lead.end() + 1;
		}
		var word = Scan.word(this.text, this.lead.end());
		var behind = this.lead.end() + word.length();
		var next = Scan.skipSpaces(this.text, behind);
		return (next > behind && Conjunctions.FROM.contains(WordKey.of(word))) ? next : this.lead.end();
	}

	/** Returns whether the bracket before the numbers is closed here, if there is one. */
	private boolean closeBracket() {
		if (this.lead.closing() == 0) {
			return true;
		}
		var closed = isBracketClosedAt(this.end);
		this.end = closed ? Scan.skipSpaces(this.text, this.end) + 1 : this.end;
		return closed;
	}

	private boolean isBracketClosedAt(int end) {
		var place = Scan.skipSpaces(this.text, end);
		return place < this.text.length() && this.text.charAt(place) == this.lead.closing();
	}

	/** Reads 问题 behind 第5. */
	private void readOrdinalEnd() {
		var place = (this.lead.kind() == Kind.ORDINAL) ? QuestionForms.ordinalEnd(this.text, this.end) : -1;
		if (place > 0) {
			this.end = place;
			this.lacksWord = false;
		}
	}

	/** Returns whether more numbers are joined to the first. */
	private boolean readMore(QuestionNumber first) {
		var joined = readLetters(first);
		while (this.numbers.size() < MOST_NUMBERS) {
			var next = Joint.next(this.text, this.end);
			if (next == null || !mayFollow(next)) {
				return joined;
			}
			joined = true;
			var number = next.number().number();
			if (next.joint().range()) {
				fillUpTo(number);
			}
			else {
				this.numbers.add(number);
			}
			this.end = next.number().end();
			readOrdinalEnd();
			readLetters(number);
		}
		return joined;
	}

	/** "Q8 and 11" goes on, "Q8 and 11 farmers" does not. */
	private boolean mayFollow(Joint.Next next) {
		if (next.named() || next.joint().slash()) {
			return next.named();
		}
		var end = next.number().end();
		var ordinal = this.lead.kind() == Kind.ORDINAL && QuestionForms.ordinalEnd(this.text, end) > 0;
		return ordinal || Joint.next(this.text, end) != null || (this.lead.closing() != 0 && isBracketClosedAt(end))
				|| FalsePositives.isEndOfList(this.text, end);
	}

	private void fillUpTo(QuestionNumber last) {
		var first = this.numbers.getLast().major();
		if (last.major() - first <= LONGEST_RANGE) {
			var end = last.isSub() ? last.major() : last.major() - 1;
			for (var between = first + 1; between <= end; between++) {
				this.numbers.add(QuestionNumber.of(between));
			}
		}
		if (!this.numbers.contains(last)) {
			this.numbers.add(last);
		}
	}

	/**
	 * Reads the b and c of "10a, b and c", and of "10a–c"; returns whether there are any.
	 */
	private boolean readLetters(QuestionNumber first) {
		var last = first.letters();
		var any = false;
		while (last.length() == 1 && this.numbers.size() < MOST_NUMBERS) {
			var joint = Joint.at(this.text, this.end);
			var letters = QuestionForms.letters(this.text, joint.end(), true);
			if (!mayFollow(last.charAt(0), letters.letters(), joint)) {
				return any;
			}
			for (var letter = (char) (last.charAt(0) + 1); letter <= letters.letters().charAt(0); letter++) {
				this.numbers.add(QuestionNumber.of(first.major() + String.valueOf(letter)));
			}
			this.end = letters.end();
			last = letters.letters();
			any = true;
		}
		return any;
	}

	private boolean mayFollow(char last, String next, Joint joint) {
		if (next.length() != 1 || joint.end() == this.end) {
			return false;
		}
		// "10a - I think" goes on with words.
		var attached = !Scan.isSpace(this.text.charAt(joint.end() - 1));
		return next.charAt(0) == last + 1 || (joint.range() && attached && next.charAt(0) > last);
	}

	private boolean isFalsePositive() {
		var brief = this.lead.kind() == Kind.BRIEF;
		if ((!brief && FalsePositives.isVerbInEnglish(this.text, this.start) && isFollowedByOf())
				|| FalsePositives.isVerb(this.text, this.start)) {
			return true;
		}
		if (FalsePositives.isBefore(this.text, this.start, brief, this.numbers)
				|| FalsePositives.isAfter(this.text, this.end, brief, this.numbers)) {
			// For all of the numbers: none is tried again by itself.
			this.resume = this.end;
			return true;
		}
		return false;
	}

	private boolean isFollowedByOf() {
		var from = Scan.skipSpaces(this.text, this.end);
		return from > this.end && Scan.word(this.text, from).equalsIgnoreCase("of");
	}

}
