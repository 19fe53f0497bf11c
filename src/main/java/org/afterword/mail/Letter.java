package org.afterword.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets by mail, in words that are said already. It has one thing to press
 * at most.
 *
 * @param to one address, and nothing else
 * @param language that the words are in
 * @param subject one line; whatever would end a header is taken out
 * @param heading what has happened, in a sentence
 * @param paragraphs plain text, before the button
 * @param button where the letter leads; null if nowhere
 * @param more plain text, after the button
 * @param why they get it
 * @param goodUntil when the letter is of no use any more, so that it is not sent later;
 * null if it always is
 * @param carriesKey whether the letter opens a door for whoever reads it, so that its
 * words are dropped as soon as it has left
 */
public record Letter(Email to, Locale language, String subject, String heading, List<String> paragraphs,
		@Nullable Button button, List<String> more, String why, @Nullable Instant goodUntil, boolean carriesKey) {

	/**
	 * How many bytes a letter has at most, text and HTML together; on its way they become
	 * 40 KB at most.
	 */
	static final int LONGEST = 28_000;

	private static final int LONGEST_SUBJECT = 150;

	private static final Pattern NOT_ON_ONE_LINE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D\\u2060]]+");

	public Letter {
		paragraphs = List.copyOf(paragraphs);
		more = List.copyOf(more);
		subject = oneLine(subject);
		if (subject.isEmpty()) {
			throw new IllegalArgumentException("A letter without a subject");
		}
	}

	/**
	 * Where a letter leads.
	 *
	 * @param path within this forum, from the first slash on
	 */
	public record Button(String words, String path) {

		/**
		 * Takes a path that can stand in an address.
		 * @throws IllegalArgumentException if it leads away, or cannot stand in a link
		 */
		public Button {
			if (!path.matches("/(?!/)[\\x21-\\x7E&&[^\"<>\\\\]]*")) {
				throw new IllegalArgumentException("Not a path: " + path);
			}
		}

	}

	/** Fit for a header: no sign that ends it, or that turns about what follows. */
	static String oneLine(String words) {
		var line = NOT_ON_ONE_LINE.matcher(words).replaceAll(" ").strip();
		return (line.length() > LONGEST_SUBJECT) ? line.substring(0,
				line.offsetByCodePoints(0, Math.min(LONGEST_SUBJECT, line.codePointCount(0, line.length())))) + "…"
				: line;
	}

	/** Without its words: they may open a door. */
	@Override
	public String toString() {
		return "a letter";
	}

}
