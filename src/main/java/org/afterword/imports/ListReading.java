package org.afterword.imports;

import java.util.List;
import java.util.Optional;

import org.afterword.kernel.Announcements.Announced;

/**
 * What was understood of a pasted list.
 *
 * @param title a short line on top, proposed as the topic's title; empty if there is none
 * @param introduction the words above the list, with their paragraphs; may be empty
 * @param rows in the order of the list; none if there is a problem
 * @param leftOut what is in no row and not in the introduction
 * @param conversation what people wrote below or between the questions; no question comes
 * from it
 * @param lostSources that are announced without an address, here or in the conversation
 */
record ListReading(String title, String introduction, List<Row> rows, List<LeftOut> leftOut, String conversation,
		List<Announced> lostSources, Optional<Problem> problem) {

	ListReading {
		rows = List.copyOf(rows);
		leftOut = List.copyOf(leftOut);
		lostSources = List.copyOf(lostSources);
	}

	static ListReading of(Problem problem) {
		return new ListReading("", "", List.of(), List.of(), "", List.of(), Optional.of(problem));
	}

	long kept() {
		return this.rows.stream().filter(Row::keep).count();
	}

	long warnings() {
		return this.rows.stream().filter(Row::hasWarning).count();
	}

	List<String> people() {
		return Rows.people(this.rows);
	}

}
