package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.markup.Announcements.Announced;
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

	/** The same with lines that are no questions, kept beside it. */
	ListReading withConversation(List<String> lines) {
		if (lines.isEmpty()) {
			return this;
		}
		var all = new ArrayList<LeftOut>(this.leftOut);
		all.add(new LeftOut(LeftOut.Reason.CONVERSATION, lines.size(), QuestionList.excerpt(lines.getFirst())));
		var words = String.join("\n", lines);
		return new ListReading(this.title, this.introduction, this.rows, all,
				this.conversation.isEmpty() ? words : this.conversation + "\n\n" + words, this.lostSources,
				this.addresses, this.problem);
	}

	/** The same with no e-mail address in anything that is shown. */
	ListReading withoutAddresses() {
		return new ListReading(MailAddresses.removed(this.title), MailAddresses.removed(this.introduction),
				Rows.check(this.rows.stream().map(ListReading::withoutAddresses).toList()),
				this.leftOut.stream()
					.map((one) -> new LeftOut(one.reason(), one.lines(), MailAddresses.removed(one.excerpt())))
					.toList(),
				MailAddresses.removed(this.conversation), this.lostSources, this.addresses, this.problem);
	}

	private static Row withoutAddresses(Row row) {
		var text = MailAddresses.removed(row.text());
		var asker = MailAddresses.removed(row.asker());
		if (text.equals(row.text()) && asker.equals(row.asker())) {
			return row;
		}
		return row.saying(text)
			.askedBy(asker.replace(MailAddresses.REMOVED, "").strip())
			.noting(Note.of(Note.Kind.ADDRESS_REMOVED));
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
