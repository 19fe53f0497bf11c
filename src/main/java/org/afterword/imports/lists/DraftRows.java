package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.imports.words.PlainWords;

/** Makes rows of gathered questions: who asks, what, and what should be checked. */
final class DraftRows {

	/** The asker by the number of the question. */
	private final Map<String, String> askers = new HashMap<>();

	private DraftRows() {
	}

	static List<Row> of(List<Draft> drafts) {
		var numbers = drafts.stream().map(Draft::number).collect(Collectors.toSet());
		// 3a and 3b without a 3 are questions of their own.
		drafts.stream().filter((draft) -> !numbers.contains(draft.under())).forEach((draft) -> draft.placeUnder(""));
		var rows = new DraftRows();
		return drafts.stream().map(rows::row).toList();
	}

	private Row row(Draft draft) {
		if (draft.isPostNumber()) {
			return new Row("", "", draft.text(), "", "", false, List.of(Note.of(Note.Kind.POST_NUMBER)));
		}
		var asked = Asked.of(draft.text());
		var notes = new ArrayList<>(draft.notes());
		if (asked.guessed()) {
			notes.add(Note.of(Note.Kind.ASKER_GUESSED, asked.asker()));
		}
		var asker = asker(draft, asked, notes);
		this.askers.putIfAbsent(draft.number(), asker);
		var text = text(asked, notes);
		var smallTalk = Greetings.isSmallTalk(text);
		if (smallTalk) {
			notes.add(Note.of(Note.Kind.NOISE));
		}
		else if (LostSources.isIn(text)) {
			notes.add(Note.of(Note.Kind.LOST_SOURCE));
		}
		return new Row(draft.number(), asker, text, draft.under(), draft.follows(), !smallTalk, notes);
	}

	/** Sub-questions without a name are asked by whoever asked the question. */
	private String asker(Draft draft, Asked asked, List<Note> notes) {
		if (!asked.asker().isEmpty() || draft.under().isEmpty()) {
			return asked.asker();
		}
		var asker = this.askers.getOrDefault(draft.under(), "");
		if (!asker.isEmpty()) {
			notes.add(Note.of(Note.Kind.ASKER_FROM_PARENT, draft.under(), asker));
		}
		else if (draft.isBullet()) {
			notes.add(Note.of(Note.Kind.BULLET, draft.under()));
		}
		return asker;
	}

	private static String text(Asked asked, List<Note> notes) {
		var text = asked.text();
		var trimmed = Asked.withoutDashes(text);
		if (trimmed.length() < text.strip().length() && !trimmed.isEmpty()) {
			notes.add(Note.of(Note.Kind.DASH_REMOVED));
			text = trimmed;
		}
		return PlainWords.singleSpaced(text);
	}

}
