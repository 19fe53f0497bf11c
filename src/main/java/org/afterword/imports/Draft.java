package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A row while its lines are still being gathered. */
final class Draft {

	private static final Set<String> DASHES = Set.of("-", "–", "—");

	final String number;

	final StringBuilder text = new StringBuilder();

	private final List<Note> notes = new ArrayList<>();

	String under = "";

	String follows = "";

	boolean bullet;

	boolean postNumber;

	Draft(String number, String text, boolean bullet) {
		this.number = number;
		this.bullet = bullet;
		this.text.append(text);
	}

	static Draft postNumber(String text) {
		var draft = new Draft("", text, true);
		draft.postNumber = true;
		return draft;
	}

	void add(String words) {
		if (words.isEmpty() || DASHES.contains(words)) {
			return;
		}
		var space = !this.text.isEmpty() && !Rows.isSpaceless(this.text.codePointBefore(this.text.length()));
		this.text.append(space ? " " : "").append(words);
	}

	void note(Note.Kind kind, String... arguments) {
		var given = arguments.clone();
		if (given.length == 2 && given[1].isEmpty()) {
			given[1] = this.number;
		}
		this.notes.add(Note.of(kind, given));
	}

	List<Note> notes(Asked asked) {
		if (asked.guessed()) {
			note(Note.Kind.ASKER_GUESSED, asked.asker());
		}
		return this.notes;
	}

	boolean endsSentence() {
		var end = this.text.substring(Math.max(0, this.text.length() - 80));
		return Words.endsSentence(end) || Words.endsSentence(Asked.of(end).text());
	}

	boolean endsOpen() {
		return !this.text.isEmpty() && ":：".indexOf(this.text.charAt(this.text.length() - 1)) >= 0;
	}

	/** Whether these words go on with a sentence that was broken off. */
	boolean isBroken(String words) {
		if (this.text.isEmpty()) {
			return true;
		}
		return !words.isEmpty()
				&& (Character.isLowerCase(words.codePointAt(0)) || (this.text.length() >= 60 && !Words.asks(words)))
				&& !endsSentence();
	}

}
