package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.afterword.imports.rows.Note;
import org.afterword.imports.words.AskingWords;
import org.afterword.imports.words.PlainWords;
import org.afterword.imports.words.Punctuation;

/** A question while its lines are being gathered. */
final class Draft {

	private static final Set<String> DASHES = Set.of("-", "–", "—");

	/** How much of the text is read to see whether it ends a sentence, in characters. */
	private static final int END = 80;

	/** A line of this length may have been broken by a mail program. */
	private static final int WRAPPED = 60;

	private final String number;

	private final StringBuilder text;

	private final boolean postNumber;

	private final List<Note> notes = new ArrayList<>();

	private String under = "";

	private String follows = "";

	private boolean bullet;

	private Draft(String number, String text, boolean postNumber) {
		this.number = number;
		this.text = new StringBuilder(text);
		this.postNumber = postNumber;
	}

	/**
	 * @param number may be empty
	 */
	Draft(String number, String text) {
		this(number, text, false);
	}

	/** The number of a forum post, which is shown but not ticked. */
	static Draft postNumber(String text) {
		return new Draft("", text, true);
	}

	void add(String words) {
		if (words.isEmpty() || DASHES.contains(words)) {
			return;
		}
		var space = !this.text.isEmpty() && !PlainWords.isSpaceless(this.text.codePointBefore(this.text.length()));
		this.text.append(space ? " " : "").append(words);
	}

	void note(Note.Kind kind, String... arguments) {
		this.notes.add(Note.of(kind, (Object[]) arguments));
	}

	/** Notes that the number is another than in the list. */
	void noteChangedNumber(String before) {
		note(Note.Kind.NUMBER_CHANGED, before, this.number);
	}

	void placeUnder(String parent) {
		this.under = parent;
	}

	void placeAfter(String number) {
		this.follows = number;
	}

	/** Marks it as a bullet under a question. */
	void markBullet() {
		this.bullet = true;
	}

	String number() {
		return this.number;
	}

	String text() {
		return this.text.toString();
	}

	String under() {
		return this.under;
	}

	String follows() {
		return this.follows;
	}

	List<Note> notes() {
		return this.notes;
	}

	boolean isBullet() {
		return this.bullet;
	}

	boolean isPostNumber() {
		return this.postNumber;
	}

	boolean endsSentence() {
		var end = this.text.substring(Math.max(0, this.text.length() - END));
		return Punctuation.endsSentence(end) || Punctuation.endsSentence(Asked.of(end).text());
	}

	boolean endsWithColon() {
		return !this.text.isEmpty() && ":：".indexOf(this.text.charAt(this.text.length() - 1)) >= 0;
	}

	/** Whether these words continue a sentence that a line break interrupted. */
	boolean isContinuedBy(String words) {
		if (this.text.isEmpty()) {
			return true;
		}
		return !words.isEmpty() && (Character.isLowerCase(words.codePointAt(0))
				|| (this.text.length() >= WRAPPED && !AskingWords.asks(words))) && !endsSentence();
	}

}
