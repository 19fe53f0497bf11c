package org.afterword.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.afterword.conversation.Reply;
import org.afterword.imports.lists.Pasted;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowEdits;
import org.afterword.imports.rows.RowNumbers;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.paste.PastedHtml;
import org.afterword.kernel.text.Blank;
import org.afterword.topic.TopicDetails;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/**
 * A new topic as it was typed, with its list as far as it has been read.
 *
 * @param heldOn the day of the webinar, as 2026-11-24; may be empty
 * @param introduction the opening words, in Markdown
 * @param pasted the list as it was pasted without what is private, or its words where it
 * was HTML; stays what it was while the rows are corrected
 * @param rows none before the list was read
 * @param ticks what was agreed to
 * @param list what was pasted, as it was understood
 * @param key one-time key of this form
 */
record TopicForm(String title, String heldOn, String speakers, String recording, String introduction, String pasted,
		List<TypedRow> rows, Ticks ticks, Pasted list, UUID key) {

	private static final Pattern LEFT = Pattern.compile("([0-9]{1,6}):([0-9]{1,6}):(-?[0-9]{1,10})");

	TopicForm {
		rows = List.copyOf(rows);
	}

	static TopicForm blank() {
		return new TopicForm("", "", "", "", "", "", List.of(), Ticks.NONE, Pasted.of(""), UUID.randomUUID());
	}

	/**
	 * Reads a form that was sent. Not by data binding, which takes a text apart at its
	 * commas where a list is wanted.
	 * @throws IllegalArgumentException if the rows are not whole
	 */
	static TopicForm of(MultiValueMap<String, String> sent) {
		var list = Pasted.of(pasted(first(sent, "pasted")));
		return new TopicForm(first(sent, "title").strip(), first(sent, "heldOn").strip(),
				first(sent, "speakers").strip(), first(sent, "recording").strip(), first(sent, "introduction"),
				list.words(), rows(sent), new Ticks(!sent.containsKey("noticed") || sent.containsKey("ask"),
						sent.containsKey("addresses"), sent.containsKey("again")),
				withLeftOut(list, first(sent, "left")), key(first(sent, "key")));
	}

	/** What earlier steps have left out of the same words, for the next step. */
	public String left() {
		return this.list.messages() + ":" + this.list.answers() + ":" + this.pasted.hashCode();
	}

	private static Pasted withLeftOut(Pasted list, String left) {
		var sent = LEFT.matcher(left);
		return (sent.matches() && sent.group(3).equals(Integer.toString(list.words().hashCode())))
				? list.plusRemoved(Integer.parseInt(sent.group(1)), Integer.parseInt(sent.group(2))) : list;
	}

	/** Whether an e-mail address would be published that nobody has ticked. */
	public boolean hasAddresses() {
		return MailAddresses.anyIn(this.title) || MailAddresses.anyIn(this.introduction) || this.rows.stream()
			.anyMatch((row) -> row.keep() && (MailAddresses.anyIn(row.text()) || MailAddresses.anyIn(row.asker())));
	}

	/** The rows as they were corrected; what was joined to the row above is joined. */
	List<Row> toRows() {
		var read = this.list.reading().rows();
		var all = new ArrayList<Row>();
		var before = new ArrayList<String>();
		for (var typed : this.rows) {
			all.add(typed.toRow(read));
			before.add(typed.was());
		}
		var rows = RowNumbers.followChanges(all, before);
		for (var at = this.rows.size() - 1; at > 0; at--) {
			if (this.rows.get(at).isJoined()) {
				rows = RowEdits.join(rows, at);
			}
		}
		return TypedRow.placed(rows, this.rows);
	}

	/** Where a row of the page stands among {@link #toRows}. */
	int now(int at) {
		return at - (int) this.rows.stream().limit(at + 1L).skip(1).filter(TypedRow::isJoined).count();
	}

	/**
	 * The same with these rows, and with what the list itself says where nothing was
	 * typed.
	 */
	TopicForm reading() {
		var list = this.list.reading();
		return new TopicForm(this.title.isEmpty() ? list.title() : this.title, this.heldOn, this.speakers,
				this.recording, this.introduction.isBlank() ? list.introduction() : this.introduction, this.pasted,
				typed(list.rows(), list.rows()), this.ticks, this.list, this.key);
	}

	TopicForm with(List<Row> rows) {
		return new TopicForm(this.title, this.heldOn, this.speakers, this.recording, this.introduction, this.pasted,
				typed(rows, this.list.reading().rows()), this.ticks, this.list, this.key);
	}

	/**
	 * Names everything about the topic that must be put right.
	 * @param webinar whether there must have been one
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

	private static List<TypedRow> rows(MultiValueMap<String, String> sent) {
		var texts = all(sent, "text");
		var columns = List.of(all(sent, "number"), all(sent, "was"), all(sent, "asker"), all(sent, "place"),
				all(sent, "source"));
		if (columns.stream().anyMatch((column) -> column.size() != texts.size())) {
			throw new IllegalArgumentException("The rows are not whole");
		}
		var kept = Set.copyOf(all(sent, "keep"));
		return IntStream.range(0, texts.size())
			.mapToObj((at) -> new TypedRow(columns.get(0).get(at), columns.get(1).get(at), columns.get(2).get(at),
					texts.get(at), columns.get(3).get(at), columns.get(4).get(at), kept.contains(Integer.toString(at))))
			.toList();
	}

	/**
	 * The source of a page becomes its words, with the addresses of its links. Where it
	 * cannot be read it stays what it is.
	 */
	private static String pasted(String words) {
		try {
			return PastedHtml.isSource(words) ? PastedHtml.toText(words, null) : words;
		}
		catch (Refused unreadable) {
			return words;
		}
	}

	private static UUID key(String sent) {
		try {
			return UUID.fromString(sent);
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

	private static List<String> all(MultiValueMap<String, String> sent, String name) {
		return sent.getOrDefault(name, List.of()).stream().map(TopicForm::clean).toList();
	}

	private static String first(MultiValueMap<String, String> sent, String name) {
		var value = sent.getFirst(name);
		return (value != null) ? clean(value) : "";
	}

	// Browsers send line ends of two characters, whatever was typed. What an address
	// holds of a person is not shown again either.
	private static String clean(String value) {
		return WebAddress.cleaned(value.replace("\r\n", "\n"));
	}

}
