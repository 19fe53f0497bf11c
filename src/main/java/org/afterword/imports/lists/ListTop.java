package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.afterword.imports.words.AskingWords;
import org.afterword.imports.words.PlainWords;
import org.afterword.imports.words.Punctuation;
import org.jspecify.annotations.Nullable;

/** What is above a list: a title, an introduction, the headers of a mail. */
final class ListTop {

	/** In characters. */
	private static final int LONGEST_TITLE = 150;

	private static final String NOT_AFTER_TITLE = ",:;：،؛";

	private final LeftOutLines leftOut;

	private String title = "";

	private String introduction = "";

	ListTop(LeftOutLines leftOut) {
		this.leftOut = leftOut;
	}

	String title() {
		return this.title;
	}

	/** Paragraphs with an empty line between them. */
	String introduction() {
		return this.introduction;
	}

	void read(List<ListLine> lines) {
		var paragraphs = paragraphs(lines);
		if (this.title.isEmpty() && !paragraphs.isEmpty() && isTitle(paragraphs.getFirst())) {
			this.title = PlainWords.singleSpaced(paragraphs.removeFirst().getFirst()).replaceFirst("^#{1,6} *", "");
		}
		this.introduction = paragraphs.stream()
			.map((paragraph) -> paragraph.stream().map(PlainWords::singleSpaced).collect(Collectors.joining("\n")))
			.collect(Collectors.joining("\n\n"));
	}

	/**
	 * Leaves out a line that copying brought along: a post number, a mail header, a
	 * picture. The subject of a mail becomes the title.
	 * @param aboveQuestions whether no question was found yet
	 * @return whether the line was left out
	 */
	boolean leavesOut(ListLine line, boolean aboveQuestions) {
		var reason = reason(line, aboveQuestions);
		if (reason == null) {
			return false;
		}
		if (reason == LeftOut.Reason.MAIL_HEADER && this.title.isEmpty()) {
			var subject = MailHeader.subject(line.words());
			this.title = (subject.length() <= LONGEST_TITLE) ? subject : "";
		}
		this.leftOut.add(reason, line.words());
		return true;
	}

	private static LeftOut.@Nullable Reason reason(ListLine line, boolean aboveQuestions) {
		if (line.isPostNumber()) {
			return LeftOut.Reason.POST_NUMBER;
		}
		if (line.emptiness() != null) {
			return line.emptiness();
		}
		// The header of a table.
		if (aboveQuestions && line.words().indexOf('\t') > 0 && !AskingWords.asks(line.words())) {
			return LeftOut.Reason.HEADING;
		}
		return MailHeader.is(line.words()) ? LeftOut.Reason.MAIL_HEADER : null;
	}

	private List<List<String>> paragraphs(List<ListLine> lines) {
		var paragraphs = new ArrayList<List<String>>();
		var open = false;
		for (var line : lines) {
			if (line.isBlank() || leavesOut(line, true)) {
				open = false;
				continue;
			}
			if (!open) {
				paragraphs.add(new ArrayList<>());
			}
			paragraphs.getLast().add(line.words());
			open = true;
		}
		return paragraphs;
	}

	private static boolean isTitle(List<String> paragraph) {
		var line = PlainWords.singleSpaced(paragraph.getFirst());
		return paragraph.size() == 1 && line.length() <= LONGEST_TITLE && !Punctuation.endsSentence(line)
				&& NOT_AFTER_TITLE.indexOf(line.charAt(line.length() - 1)) < 0 && !Greetings.isGreeting(line);
	}

}
