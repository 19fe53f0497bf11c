package org.afterword.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.Announcements.Announced;
import org.afterword.member.Email;

/**
 * What was understood of a pasted list.
 *
 * @param title a short line on top, proposed as the topic's title; empty if there is none
 * @param introduction the words above the list, with their paragraphs; may be empty
 * @param rows in the order of the list; none if there is a problem
 * @param leftOut what is in no row and not in the introduction
 * @param conversation what people wrote below or between the questions; no question comes
 * from it
 * @param addresses of those who asked, by {@link Rows#person}; never shown
 * @param lostSources that are announced without an address, here or in the conversation
 */
record ListReading(String title, String introduction, List<Row> rows, List<LeftOut> leftOut, String conversation,
		List<Announced> lostSources, Map<String, Email> addresses, Optional<Problem> problem) {

	ListReading {
		rows = List.copyOf(rows);
		leftOut = List.copyOf(leftOut);
		lostSources = List.copyOf(lostSources);
		addresses = Map.copyOf(addresses);
	}

	static ListReading of(Problem problem) {
		return new ListReading("", "", List.of(), List.of(), "", List.of(), Map.of(), Optional.of(problem));
	}

	ListReading with(Map<String, Email> addresses) {
		return new ListReading(this.title, this.introduction, this.rows, this.leftOut, this.conversation,
				this.lostSources, addresses, this.problem);
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
