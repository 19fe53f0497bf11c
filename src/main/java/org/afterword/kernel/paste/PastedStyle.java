package org.afterword.kernel.paste;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Element;

/**
 * What the style of an element says about its words. Read once from left to right: a
 * style may be as long as everything that was pasted.
 */
final class PastedStyle {

	private static final PastedStyle NONE = new PastedStyle("");

	private final Map<String, String> values = new HashMap<>();

	private PastedStyle(String css) {
		for (var at = 0; at < css.length();) {
			var end = css.indexOf(';', at);
			end = (end >= 0) ? end : css.length();
			var one = css.substring(at, end);
			var colon = one.indexOf(':');
			if (colon >= 0) {
				this.values.put(plain(one.substring(0, colon)), plain(one.substring(colon + 1)));
			}
			at = end + 1;
		}
	}

	static PastedStyle of(Element element) {
		var css = element.attr("style");
		return css.isEmpty() ? NONE : new PastedStyle(css);
	}

	boolean isHidden() {
		return value("display").startsWith("none") || value("mso-hide").startsWith("all");
	}

	boolean isBold() {
		var weight = value("font-weight");
		return weight.startsWith("bold") || (isWeight(weight) && weight.charAt(0) >= '6');
	}

	boolean isNotBold() {
		var weight = value("font-weight");
		return weight.startsWith("normal") || (isWeight(weight) && weight.charAt(0) < '6');
	}

	boolean isItalic() {
		return value("font-style").startsWith("italic") || value("font-style").startsWith("oblique");
	}

	boolean isNotItalic() {
		return value("font-style").startsWith("normal");
	}

	boolean isStruck() {
		return value("text-decoration").contains("line-through")
				|| value("text-decoration-line").contains("line-through");
	}

	/** How Word and Outlook say that a paragraph is an item; empty for none. */
	String wordList() {
		return value("mso-list");
	}

	private String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	private static boolean isWeight(String value) {
		return value.length() >= 3 && value.charAt(0) >= '1' && value.charAt(0) <= '9' && value.startsWith("00", 1);
	}

	private static String plain(String written) {
		return written.strip().toLowerCase(Locale.ROOT);
	}

}
