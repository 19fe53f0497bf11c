package org.afterword.kernel.paste;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Text of one style that leads to one address, or a line break. */
final class TextRun {

	static final TextRun BREAK = new TextRun("\n", TextStyle.PLAIN, null);

	private final StringBuilder text;

	private final TextStyle style;

	private final @Nullable String address;

	/**
	 * @param address what the text links to; null for text without a link
	 */
	TextRun(String text, TextStyle style, @Nullable String address) {
		this.text = new StringBuilder(text);
		this.style = style;
		this.address = address;
	}

	String text() {
		return this.text.toString();
	}

	TextStyle style() {
		return this.style;
	}

	@Nullable String address() {
		return this.address;
	}

	boolean isBreak() {
		return this == BREAK;
	}

	boolean isLink() {
		return this.address != null;
	}

	boolean isCode() {
		return this.address == null && this.style.code();
	}

	boolean isEmpty() {
		return this.text.isEmpty();
	}

	boolean startsWith(char character) {
		return !this.text.isEmpty() && this.text.charAt(0) == character;
	}

	boolean endsWith(char character) {
		return !this.text.isEmpty() && this.text.charAt(this.text.length() - 1) == character;
	}

	int firstCodePoint() {
		return this.text.codePointAt(0);
	}

	int lastCodePoint() {
		return this.text.codePointBefore(this.text.length());
	}

	/** Adds the text of the next run, if it has the same style and address. */
	boolean absorb(TextRun next) {
		if (isBreak() || !this.style.equals(next.style) || !Objects.equals(this.address, next.address)) {
			return false;
		}
		this.text.append(next.text);
		return true;
	}

	void stripTrailing() {
		var end = this.text.length();
		while (end > 0 && Character.isWhitespace(this.text.charAt(end - 1))) {
			end--;
		}
		this.text.setLength(end);
	}

}
