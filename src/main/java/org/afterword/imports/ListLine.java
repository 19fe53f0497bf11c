package org.afterword.imports;

import org.jspecify.annotations.Nullable;

/**
 * One pasted line, taken apart.
 *
 * @param words the line without quote marks and indentation
 * @param indent in columns; a tab goes to the next multiple of four
 * @param depth how often it is quoted with {@code >}
 * @param bullet whether it begins with a bullet
 * @param content the words without the bullet
 */
record ListLine(String words, int indent, int depth, boolean bullet, String content, @Nullable Mark mark) {

	/** Glyphs that are bullets wherever they begin a line. */
	private static final String GLYPHS = "•‣▪▫◦●○■□⁃∙·►▶▸➢➤✓✔❖◆◇★☆\uf0b7\uf0a7\uf0d8\uf076";

	/** Signs that are bullets before a space. */
	private static final String SIGNS = "*+-–—~";

	static ListLine of(String line) {
		var at = 0;
		var indent = 0;
		var depth = 0;
		while (at < line.length()) {
			var sign = line.charAt(at);
			if (sign == '>') {
				depth++;
				// The space behind the mark belongs to the mark.
				indent = (at + 1 < line.length() && line.charAt(at + 1) == ' ') ? -1 : 0;
			}
			else if (sign == '\t') {
				indent = (indent / 4 + 1) * 4;
			}
			else if (Character.isWhitespace(sign)) {
				indent++;
			}
			else {
				break;
			}
			at++;
		}
		var words = line.substring(at).strip();
		var content = withoutBullet(words);
		var bullet = content.length() < words.length();
		return new ListLine(words, indent, depth, bullet, content, Mark.of(content));
	}

	boolean isBlank() {
		return this.words.isEmpty();
	}

	/** A number, "#3", alone behind a bullet or on its line. */
	boolean isPostNumber() {
		return this.mark != null && this.mark.isLoneHash();
	}

	boolean isNumbered() {
		return this.mark != null && this.mark.isNumber();
	}

	private static String withoutBullet(String words) {
		if (words.isEmpty()) {
			return words;
		}
		var first = words.charAt(0);
		var next = (words.length() > 1) ? words.charAt(1) : ' ';
		var bullet = GLYPHS.indexOf(first) >= 0 || (SIGNS.indexOf(first) >= 0 && Character.isWhitespace(next))
				|| (first == 'o' && next == '\t');
		if (!bullet) {
			return words;
		}
		var content = words.substring(1).strip();
		// "- [ ] text" is a task of a Markdown list.
		return (content.startsWith("[ ] ") || content.startsWith("[x] ")) ? content.substring(4).strip() : content;
	}

}
