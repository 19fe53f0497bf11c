package org.afterword.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.imports.exports.Entry;
import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.exports.Export;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.markup.LinkedWords;

/** Makes the rows of a preview from an export. */
final class ExportRows {

	/** More messages are shown only if they ask. */
	private static final int MOST = 4 * Rows.MOST;

	/** What tools call those who gave no name, and those who wrote themselves. */
	private static final Set<String> NOBODY = Set.of("anonymous", "anonymous attendee", "anonymous user",
			"anonymous participant", "guest", "guest user", "unknown", "me", "you", "n/a", "-", "anonym", "anonymer",
			"anonymer teilnehmer", "gast", "ich", "anónimo", "anónima", "asistente anónimo", "participante anónimo",
			"invitado", "yo", "anonyme", "participant anonyme", "invité", "moi", "anônimo", "participante anônimo",
			"convidado", "eu", "anonimo", "partecipante anonimo", "ospite", "аноним", "анонимный участник", "гость",
			"я", "匿名", "匿名参会者", "匿名の出席者", "匿名参加者", "访客", "익명", "익명 참가자", "مجهول", "حاضر مجهول", "ضيف", "anonim",
			"misafir");

	private final Export export;

	private final AskerAddresses addresses = new AskerAddresses();

	private final List<String> conversation = new ArrayList<>();

	private ExportRows(Export export) {
		this.export = export;
	}

	static ListReading of(Export export) {
		return problem(export).map(ListReading::of).orElseGet(() -> new ExportRows(export).read());
	}

	private static Optional<Problem> problem(Export export) {
		var found = Integer.toString(export.found().orElse(0));
		return switch (export.fault()) {
			case NONE -> Optional.empty();
			case ALL_PRIVATE -> Optional.of(Problem.of(Problem.Kind.ALL_PRIVATE));
			case NO_QUESTIONS -> Optional.of(Problem.of(Problem.Kind.NO_COLUMN));
			case TOO_MANY_ROWS ->
				Optional.of(Problem.of(Problem.Kind.TOO_MANY_ROWS, Integer.toString(Export.MOST_ROWS)));
			case TOO_MANY_COLUMNS ->
				Optional.of(Problem.of(Problem.Kind.TOO_MANY_COLUMNS, found, Integer.toString(Export.MOST_COLUMNS)));
			case CELL_TOO_LONG ->
				Optional.of(Problem.of(Problem.Kind.CELL_TOO_LONG, found, Integer.toString(Export.LONGEST_CELL)));
			case JSON -> Optional.of(Problem.of(Problem.Kind.JSON));
			case XML -> Optional.of(Problem.of(Problem.Kind.XML));
			case SUBTITLES -> Optional.of(Problem.of(Problem.Kind.SUBTITLES));
		};
	}

	private ListReading read() {
		var chat = this.export.kind() == Export.Kind.CHAT;
		var entries = this.export.entries();
		var numbered = isNumbered(entries);
		var rows = new ArrayList<Row>();
		var next = 1;
		for (var entry : entries) {
			var row = row(entry, chat);
			if (chat && !row.keep() && entries.size() > MOST) {
				this.conversation.add(row.asker() + ": " + row.text());
				continue;
			}
			var number = numbered ? plain(entry.number()) : row.keep() ? Integer.toString(next++) : "";
			rows.add(row.numbered(number));
			entry.answers()
				.forEach((answer) -> this.conversation
					.add((number.isEmpty() ? "" : number + ". ") + answer.by() + ": " + tidy(answer.text())));
		}
		this.conversation.addAll(this.export.aside());
		if (rows.size() > MOST) {
			return ListReading
				.of(Problem.of(Problem.Kind.TOO_MANY, Integer.toString(rows.size()), Integer.toString(Rows.MOST)));
		}
		var lost = LostSources.in(rows.stream().filter(Row::keep).map(Row::text).toList());
		var checked = Rows.check(rows);
		var problem = Rows.problem(checked);
		return new ListReading(tidy(this.export.title()), "", problem.isPresent() ? List.of() : checked, List.of(), "",
				lost, Map.copyOf(this.addresses.found()), problem)
			.withConversation(this.conversation);
	}

	private Row row(Entry entry, boolean chat) {
		var line = ListLine.of(tidy(String.join("\n", LinkedWords.whole(entry.text().lines().toList()))));
		var mark = line.mark();
		var numbered = mark != null && mark.isNumber() && !mark.rest().isBlank();
		var text = (mark != null && numbered) ? mark.rest() : withoutQ(line.words());
		var called = isNobody(entry.asker()) ? "" : tidy(entry.asker());
		if (called.isEmpty() && !chat && !isNobody(entry.asker())) {
			var asked = Asked.of(text);
			called = asked.asker();
			text = asked.asker().isEmpty() ? text : asked.text();
		}
		var email = MailAddresses.in(called)
			.stream()
			.map(MailAddresses.Found::address)
			.findFirst()
			.orElse(entry.email());
		var asker = this.addresses.called(AskerAddresses.scrubbed(called), isNobody(entry.asker()) ? "" : email);
		var noise = Words.isNoise(text);
		var asks = !chat || numbered || Words.hasQuestionSign(text) || text.length() < line.words().length();
		var shown = entry.state() == State.OPEN || entry.state() == State.ANSWERED
				|| entry.state() == State.ANSWERED_LIVE;
		return new Row("", asker, text, "", "", asks && !noise && shown, notes(entry, text, noise || !asks));
	}

	private static List<Note> notes(Entry entry, String text, boolean noise) {
		var notes = new ArrayList<Note>();
		switch (entry.state()) {
			case ANSWERED_LIVE -> notes.add(Note.of(Note.Kind.ANSWERED_LIVE));
			case ANSWERED_PRIVATELY -> notes.add(Note.of(Note.Kind.ANSWERED_PRIVATELY));
			case DISMISSED -> notes.add(Note.of(Note.Kind.DISMISSED));
			case TO_PANEL -> notes.add(Note.of(Note.Kind.TO_PANEL));
			case ANSWERED -> {
				if (entry.answers().isEmpty()) {
					notes.add(Note.of(Note.Kind.ANSWERED));
				}
			}
			case OPEN -> {
			}
		}
		if (!entry.answers().isEmpty()) {
			notes.add(Note.of(Note.Kind.ANSWER_GIVEN));
		}
		if (entry.doubtful()) {
			notes.add(Note.of(Note.Kind.MORE_CELLS));
		}
		if (noise) {
			notes.add(Note.of(Note.Kind.NOISE));
		}
		else if (LostSources.isIn(text)) {
			notes.add(Note.of(Note.Kind.LOST_SOURCE));
		}
		return notes;
	}

	/** Whether every number is there, and none twice. */
	private static boolean isNumbered(List<Entry> entries) {
		var numbers = entries.stream().map((entry) -> plain(entry.number())).toList();
		return numbers.stream().allMatch((number) -> !number.isEmpty() && number.length() <= 4)
				&& new HashSet<>(numbers).size() == numbers.size();
	}

	/** In plain digits, without zeros before it. */
	private static String plain(String number) {
		var digits = number.codePoints()
			.map((sign) -> Character.digit(sign, 10))
			.mapToObj(Integer::toString)
			.collect(Collectors.joining());
		return digits.replaceFirst("^0+", "");
	}

	private static boolean isNobody(String asker) {
		return NOBODY.contains(tidy(asker).toLowerCase(Locale.ROOT));
	}

	/** "Q: How deep?" */
	private static String withoutQ(String text) {
		return (text.length() > 3 && (text.startsWith("Q:") || text.startsWith("q:"))) ? text.substring(2).strip()
				: text;
	}

	/** In one line, with single spaces. */
	private static String tidy(String words) {
		return QuestionList.tidy(words);
	}

}
