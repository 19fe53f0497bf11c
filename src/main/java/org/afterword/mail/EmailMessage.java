package org.afterword.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one person, with its text in their language and at most one button.
 *
 * @param to a single address
 * @param language of the text
 * @param subject one line; characters that would end the header are removed
 * @param heading what has happened, in a sentence
 * @param paragraphs plain text, before the button
 * @param button null for none
 * @param more plain text, after the button
 * @param why they receive it
 * @param goodUntil when the e-mail becomes useless, and is not sent any more; null for
 * never
 * @param carriesKey whether it contains a secret link, so that its text is deleted as
 * soon as it is sent
 */
public record EmailMessage(Email to, Locale language, String subject, String heading, List<String> paragraphs,
		@Nullable Button button, List<String> more, String why, @Nullable Instant goodUntil, boolean carriesKey) {

	/**
	 * The most bytes of text and HTML together; encoded they become 40 KB at most.
	 */
	static final int LONGEST = 28_000;

	private static final int LONGEST_SUBJECT = 150;

	private static final Pattern NOT_ON_ONE_LINE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D\\u2060]]+");

	public EmailMessage {
		paragraphs = List.copyOf(paragraphs);
		more = List.copyOf(more);
		subject = oneLine(subject);
		if (subject.isEmpty()) {
			throw new IllegalArgumentException("An e-mail without a subject");
		}
	}

	/**
	 * The button of an e-mail.
	 *
	 * @param path of this forum, from the first slash on
	 */
	public record Button(String words, String path) {

		/**
		 * Checks the path.
		 * @throws IllegalArgumentException if it leads to another site, or cannot be
		 * linked
		 */
		public Button {
			if (!path.matches("/(?!/)[\\x21-\\x7E&&[^\"<>\\\\]]*")) {
				throw new IllegalArgumentException("Not a path: " + path);
			}
		}

	}

	/**
	 * Text for a header: nothing that ends it or changes the direction of what follows.
	 */
	static String oneLine(String words) {
		var line = NOT_ON_ONE_LINE.matcher(words).replaceAll(" ").strip();
		return (line.length() > LONGEST_SUBJECT) ? line.substring(0,
				line.offsetByCodePoints(0, Math.min(LONGEST_SUBJECT, line.codePointCount(0, line.length())))) + "…"
				: line;
	}

	/** Without its text, which may contain a secret link. */
	@Override
	public String toString() {
		return "an e-mail";
	}

}
