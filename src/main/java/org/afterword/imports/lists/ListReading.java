package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Problem;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.markup.Announcements.Announced;
import org.afterword.kernel.questions.Labels;
import org.afterword.member.Email;

/**
 * What was recognised in a pasted list.
 *
 * @param title a short line above the list, proposed as the topic's title; may be empty
 * @param introduction the paragraphs above the list; may be empty
 * @param rows in the order of the list; none if there is a problem
 * @param leftOut the lines in no row and not in the introduction
 * @param conversation what people wrote below or between the questions
 * @param lostSources sources announced without a link, also in the conversation
 * @param addresses of the askers, by {@link Labels#key}; never shown
 */
public record ListReading(String title, String introduction, List<Row> rows, List<LeftOut> leftOut, String conversation,
		List<Announced> lostSources, Map<String, Email> addresses, Optional<Problem> problem) {

	public ListReading {
		rows = List.copyOf(rows);
		leftOut = List.copyOf(leftOut);
		lostSources = List.copyOf(lostSources);
		addresses = Map.copyOf(addresses);
	}

	static ListReading of(Problem problem) {
		return new ListReading("", "", List.of(), List.of(), "", List.of(), Map.of(), Optional.of(problem));
	}

	ListReading withAddresses(Map<String, Email> addresses) {
		return new ListReading(this.title, this.introduction, this.rows, this.leftOut, this.conversation,
				this.lostSources, addresses, this.problem);
	}

	/** With more lines that are not questions. */
	ListReading withConversation(List<String> lines) {
		if (lines.isEmpty()) {
			return this;
		}
		var all = new ArrayList<LeftOut>(this.leftOut);
		all.add(LeftOut.of(LeftOut.Reason.CONVERSATION, lines.size(), lines.getFirst()));
		var words = String.join("\n", lines);
		return new ListReading(this.title, this.introduction, this.rows, all,
				this.conversation.isEmpty() ? words : this.conversation + "\n\n" + words, this.lostSources,
				this.addresses, this.problem);
	}

	/** Without e-mail addresses in anything that is shown. */
	ListReading withoutAddresses() {
		return new ListReading(MailAddresses.removed(this.title), MailAddresses.removed(this.introduction),
				RowChecks.check(this.rows.stream().map(ListReading::withoutAddresses).toList()),
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
		return row.withText(text)
			.withAsker(asker.replace(MailAddresses.REMOVED, "").strip())
			.withNote(Note.of(Note.Kind.ADDRESS_REMOVED));
	}

}
