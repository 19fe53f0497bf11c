package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.afterword.imports.rows.Problem;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.imports.rows.RowNumbers;
import org.afterword.kernel.markup.LinkedWords;

/**
 * Reads a webinar's questions from pasted text: a numbered list, bullets, or one question
 * a line, alone or above a whole conversation.
 */
final class QuestionList {

	/** More questions are counted and not checked. */
	private static final int MOST_DRAFTS = 4 * RowChecks.MOST;

	private final LeftOutLines leftOut = new LeftOutLines();

	private final ListTop top = new ListTop(this.leftOut);

	private QuestionList() {
	}

	/**
	 * Never throws, whatever was pasted. With a problem there are no rows, but there may
	 * be a title, an introduction and a conversation.
	 */
	static ListReading read(String pasted) {
		var problem = PastedText.problem(pasted);
		if (problem.isPresent()) {
			return ListReading.of(problem.get());
		}
		var addresses = AskerAddresses.in(LinkedWords.whole(PastedText.lines(pasted)));
		return new QuestionList().read(addresses.lines()).withAddresses(addresses.found());
	}

	private ListReading read(List<String> text) {
		var lines = withoutPageNumbers(text);
		var drafts = ListSearch.outline(lines)
			.map((outline) -> marked(lines, outline))
			.orElseGet(() -> PlainList.read(lines, this.top, this.leftOut));
		if (drafts.size() > MOST_DRAFTS) {
			return ListReading.of(Problem.of(Problem.Kind.TOO_MANY, drafts.size(), RowChecks.MOST));
		}
		var rows = RowChecks.check(RowNumbers.fill(DraftRows.of(drafts)));
		var problem = RowChecks.problem(rows);
		// A lone "#3" is worth showing only beside questions.
		var shown = problem.isPresent() ? List.<Row>of() : rows;
		return new ListReading(this.top.title(), this.top.introduction(), shown, this.leftOut.all(),
				String.join("\n", this.leftOut.conversation()), LostSources.in(text), Map.of(), problem);
	}

	private List<Draft> marked(List<ListLine> lines, Outline outline) {
		this.top.read(lines.subList(0, outline.start()));
		return MarkedList.read(outline, this.leftOut);
	}

	private List<ListLine> withoutPageNumbers(List<String> text) {
		var lines = new ArrayList<ListLine>(text.size());
		for (var each : text) {
			var line = ListLine.of(each);
			if (PageNumbers.is(line.words())) {
				this.leftOut.add(LeftOut.Reason.PAGE_NUMBER, line.words());
			}
			else {
				lines.add(line);
			}
		}
		return lines;
	}

}
