package org.afterword.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.afterword.conversation.Reply;
import org.afterword.imports.lists.Pasted;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowEdits;
import org.afterword.imports.rows.RowNumbers;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.text.Blank;
import org.afterword.topic.TopicDetails;

import org.springframework.validation.Errors;

/**
 * A new topic as it was typed, with its list as far as it has been read.
 *
 * @param heldOn the day of the webinar, as 2026-11-24; may be empty
 * @param introduction the opening words, in Markdown
 * @param pasted the pasted text without what is private, or the text of pasted HTML; does
 * not change when rows are corrected
 * @param rows none before the list was read
 * @param list what was recognised in the pasted text
 * @param key one-time key of this form
 */
record TopicForm(String title, String heldOn, String speakers, String recording, String introduction, String pasted,
		List<TypedRow> rows, PublishOptions options, Pasted list, UUID key) {

	TopicForm {
		rows = List.copyOf(rows);
	}

	static TopicForm blank() {
		return new TopicForm("", "", "", "", "", "", List.of(), PublishOptions.DEFAULT, Pasted.of(""),
				UUID.randomUUID());
	}

	/** How much was removed from the pasted text so far, for the next step. */
	public String removed() {
		return SentForm.removed(this.list);
	}

	/** Whether an e-mail address would be published. */
	public boolean hasAddresses() {
		return MailAddresses.anyIn(this.title) || MailAddresses.anyIn(this.introduction) || this.rows.stream()
			.anyMatch((row) -> row.keep() && (MailAddresses.anyIn(row.text()) || MailAddresses.anyIn(row.asker())));
	}

	/** Whether sources without a link get an empty place among the resources. */
	boolean asksForSources() {
		return this.options.askForSources() && !this.list.reading().lostSources().isEmpty();
	}

	/** The corrected rows, after joining those that are to be joined to the row above. */
	List<Row> toRows() {
		var read = this.list.reading().rows();
		var all = new ArrayList<Row>();
		var before = new ArrayList<String>();
		for (var typed : this.rows) {
			all.add(typed.toRow(read));
			before.add(typed.numberBefore());
		}
		var rows = RowNumbers.followChanges(all, before);
		for (var at = this.rows.size() - 1; at > 0; at--) {
			if (this.rows.get(at).isJoined()) {
				rows = RowEdits.join(rows, at);
			}
		}
		return TypedRow.placed(rows, this.rows);
	}

	/** The index in {@link #toRows} of a row of the page. */
	int rowIndex(int at) {
		return at - (int) this.rows.stream().limit(at + 1L).skip(1).filter(TypedRow::isJoined).count();
	}

	/** With the rows of the list, and its title and introduction where none was typed. */
	TopicForm reading() {
		var list = this.list.reading();
		return new TopicForm(this.title.isEmpty() ? list.title() : this.title, this.heldOn, this.speakers,
				this.recording, this.introduction.isBlank() ? list.introduction() : this.introduction, this.pasted,
				typed(list.rows(), list.rows()), this.options, this.list, this.key);
	}

	TopicForm with(List<Row> rows) {
		return new TopicForm(this.title, this.heldOn, this.speakers, this.recording, this.introduction, this.pasted,
				typed(rows, this.list.reading().rows()), this.options, this.list, this.key);
	}

	/**
	 * Names everything about the topic that must be corrected.
	 * @param webinar whether a day is required
	 */
	void check(Errors errors, boolean webinar, LocalDate today) {
		details().check(errors, webinar, today);
		if (Blank.is(this.introduction)) {
			errors.rejectValue("introduction", "new.introduction.empty");
		}
		else if (this.introduction.length() > Reply.LONGEST) {
			errors.rejectValue("introduction", "new.introduction.too-long",
					new Object[] { this.introduction.length(), Reply.LONGEST }, "new.introduction.too-long");
		}
	}

	TopicDetails details() {
		return new TopicDetails(this.title, this.heldOn, this.speakers, this.recording);
	}

	private static List<TypedRow> typed(List<Row> rows, List<Row> read) {
		return rows.stream().map((row) -> TypedRow.of(row, read)).toList();
	}

}
