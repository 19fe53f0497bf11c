package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;

import org.afterword.imports.words.AskingWords;
import org.afterword.imports.words.Punctuation;

/** Reads a list of questions without numbers or bullets. */
final class PlainList {

	/** How much of a line is read to see whether it ends a sentence, in characters. */
	private static final int END = 8;

	private final List<ListLine> lines;

	private final ListTop top;

	private final LeftOutLines leftOut;

	private final List<Draft> drafts = new ArrayList<>();

	private PlainList(List<ListLine> lines, ListTop top, LeftOutLines leftOut) {
		this.lines = lines;
		this.top = top;
		this.leftOut = leftOut;
	}

	static List<Draft> read(List<ListLine> lines, ListTop top, LeftOutLines leftOut) {
		var list = new PlainList(unwrapped(lines), top, leftOut);
		list.read();
		return list.drafts;
	}

	/** Whether the line asks, or says who asks. */
	static boolean isQuestion(ListLine line) {
		if (line.isBlank() || FileBytes.isPicture(line.words()) || MailHeader.is(line.words())) {
			return false;
		}
		var asked = Asked.of(line.words());
		return !asked.asker().isEmpty() || (AskingWords.asks(asked.text()) && !Greetings.isGreeting(asked.text()));
	}

	/** Joins lines that a mail program broke. */
	private static List<ListLine> unwrapped(List<ListLine> lines) {
		var whole = new ArrayList<ListLine>();
		var open = new StringBuilder();
		for (var line : lines) {
			var goesOn = !open.isEmpty() && !line.isBlank() && Character.isLowerCase(line.words().codePointAt(0))
					&& !Punctuation.endsSentence(open.substring(Math.max(0, open.length() - END)));
			if (!goesOn && !open.isEmpty()) {
				whole.add(ListLine.of(open.toString()));
				open.setLength(0);
			}
			if (line.isBlank()) {
				whole.add(line);
			}
			else {
				open.append(goesOn ? " " : "").append(line.words());
			}
		}
		if (!open.isEmpty()) {
			whole.add(ListLine.of(open.toString()));
		}
		return whole;
	}

	private void read() {
		var first = 0;
		while (first < this.lines.size() && !isQuestion(this.lines.get(first))) {
			first++;
		}
		this.top.read(this.lines.subList(0, first));
		var gap = false;
		for (var at = first; at < this.lines.size(); at++) {
			var line = this.lines.get(at);
			if (line.isBlank() || this.top.leavesOut(line, this.drafts.isEmpty())) {
				gap = true;
			}
			else if (startsConversation(line)) {
				this.lines.subList(at, this.lines.size()).forEach(this.leftOut::addConversation);
				return;
			}
			else {
				read(line, gap);
				gap = false;
			}
		}
	}

	/**
	 * Greetings between questions begin a conversation only where they address someone.
	 */
	private static boolean startsConversation(ListLine line) {
		var words = line.words();
		return line.startsConversation() && (words.endsWith(",") || words.startsWith("@") || MailHeader.is(words));
	}

	private void read(ListLine line, boolean gap) {
		var words = line.words();
		var asked = Asked.of(words);
		var smallTalk = Greetings.isSmallTalk(asked.text());
		var last = (this.drafts.isEmpty() || gap) ? null : this.drafts.getLast();
		if (last != null && asked.asker().isEmpty() && !smallTalk && last.isContinuedBy(words)) {
			last.add(words);
		}
		else if (isQuestion(line) || smallTalk) {
			this.drafts.add(new Draft("", words));
		}
		else if (last != null && !last.endsSentence()) {
			last.add(words);
		}
		else {
			this.leftOut.add(Greetings.isGreeting(words) ? LeftOut.Reason.GREETING : LeftOut.Reason.NOT_A_QUESTION,
					words);
		}
	}

}
