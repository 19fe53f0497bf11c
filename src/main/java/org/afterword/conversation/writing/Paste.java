package org.afterword.conversation.writing;

import org.afterword.kernel.Refused;
import org.afterword.kernel.paste.PastedHtml;

/**
 * What was pasted beside the text of a post, and is still to become a part of it.
 *
 * @param html the source of a page
 * @param base where the page is; may be empty
 */
record Paste(String html, String base) {

	static final Paste NOTHING = new Paste("", "");

	Paste {
		html = (html != null) ? html : "";
		base = (base != null) ? base : "";
	}

	/**
	 * The text, and behind it what was pasted.
	 * @throws Refused where nothing can be read in it, or it is too long to be read
	 */
	String after(String words) {
		if (this.html.length() > PastedHtml.LONGEST) {
			throw new Refused("paste.too-long", this.html.length(), PastedHtml.LONGEST);
		}
		var read = PastedHtml.toMarkdown(this.html, this.base);
		if (read.isEmpty()) {
			throw new Refused("paste.empty");
		}
		return words.isBlank() ? read : words.stripTrailing() + "\n\n" + read;
	}

}
