package org.afterword.kernel.paste;

import java.util.Set;

import org.jsoup.nodes.Element;

/** The style of a run of text, as far as Markdown can express it. */
record TextStyle(boolean strong, boolean emphasis, boolean struck, boolean code) {

	static final TextStyle PLAIN = new TextStyle(false, false, false, false);

	private static final TextStyle CODE = new TextStyle(false, false, false, true);

	private static final Set<String> STRONG_TAGS = Set.of("b", "strong");

	private static final Set<String> EMPHASIS_TAGS = Set.of("i", "em", "cite", "dfn", "var");

	private static final Set<String> STRUCK_TAGS = Set.of("s", "strike", "del");

	private static final Set<String> CODE_TAGS = Set.of("code", "kbd", "samp", "tt");

	/** The style of the text inside an element, where the text around it has this one. */
	TextStyle inside(Element element) {
		var css = StyleAttribute.of(element);
		var tag = element.normalName();
		return new TextStyle((this.strong || STRONG_TAGS.contains(tag) || css.isBold()) && !css.isNotBold(),
				(this.emphasis || EMPHASIS_TAGS.contains(tag) || css.isItalic()) && !css.isNotItalic(),
				this.struck || STRUCK_TAGS.contains(tag) || css.isStruck(), this.code || CODE_TAGS.contains(tag));
	}

	/** Code has no other style in Markdown. */
	TextStyle withoutStyleInCode() {
		return this.code ? CODE : this;
	}

	boolean isPlain() {
		return this.equals(PLAIN);
	}

	/**
	 * Whether Markdown opens and closes it with two kinds of delimiters, one of them ~~.
	 */
	boolean needsTwoDelimiters() {
		return this.struck && (this.strong || this.emphasis || this.code);
	}

}
