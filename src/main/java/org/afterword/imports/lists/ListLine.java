package org.afterword.imports.lists;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One pasted line, split into its parts.
 *
 * @param words the line without quote marks and indentation
 * @param indent in columns; a tab goes to the next multiple of four
 * @param depth how often the line is quoted with {@code >}
 * @param bullet whether the line begins with a bullet
 * @param content the words without the bullet
 * @param mark the number or letter at the beginning of the content
 */
record ListLine(String words, int indent, int depth, boolean bullet, String content, @Nullable Mark mark) {

	/** Glyphs that are bullets wherever they begin a line. */
	private static final String GLYPHS = "•‣▪▫◦●○■□⁃∙·►▶▸➢➤✓✔❖◆◇★☆\uf0b7\uf0a7\uf0d8\uf076";

	/** Characters that are bullets before a space. */
	private static final String SPACED = "*+-–—~";

	static ListLine of(String line) {
		var at = 0;
		var indent = 0;
		var depth = 0;
		for (; at < line.length() && isMargin(line.charAt(at)); at++) {
			if (line.charAt(at) == '>') {
				depth++;
				// The space after a quote mark belongs to the mark.
				indent = line.startsWith(" ", at + 1) ? -1 : 0;
			}
			else {
				indent = (line.charAt(at) == '\t') ? (indent / 4 + 1) * 4 : indent + 1;
			}
		}
		var words = line.substring(at).strip();
		var content = withoutBullet(words);
		return new ListLine(words, indent, depth, content.length() < words.length(), content, Mark.of(content));
	}

	boolean isBlank() {
		return this.words.isEmpty();
	}

	/** A number, "#3", alone on its line or after a bullet. */
	boolean isPostNumber() {
		return this.mark != null && this.mark.isLoneHash();
	}

	/** Whether the conversation begins here: a greeting, a signature, a mail's header. */
	boolean startsConversation() {
		return Greetings.isGreeting(this.content) || this.content.equals("--") || MailHeader.is(this.content)
				|| this.content.toLowerCase(Locale.ROOT).startsWith("posted by");
	}

	/** Why the line is left out wherever it is: it is a picture or an empty bullet. */
	LeftOut.@Nullable Reason emptiness() {
		if (FileBytes.isPicture(this.words)) {
			return LeftOut.Reason.PICTURE;
		}
		return (this.bullet && this.content.isEmpty()) ? LeftOut.Reason.BULLET : null;
	}

	private static boolean isMargin(char character) {
		return character == '>' || Character.isWhitespace(character);
	}

	private static String withoutBullet(String words) {
		if (!hasBullet(words)) {
			return words;
		}
		var content = words.substring(1).strip();
		// "- [ ] text" is a task in a Markdown list.
		return (content.startsWith("[ ] ") || content.startsWith("[x] ")) ? content.substring(4).strip() : content;
	}

	private static boolean hasBullet(String words) {
		if (words.isEmpty()) {
			return false;
		}
		var first = words.charAt(0);
		var next = (words.length() > 1) ? words.charAt(1) : ' ';
		return GLYPHS.indexOf(first) >= 0 || (SPACED.indexOf(first) >= 0 && Character.isWhitespace(next))
				|| (first == 'o' && next == '\t');
	}

}
