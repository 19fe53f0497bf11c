package org.afterword.kernel.paste;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Element;

/**
 * The {@code style} attribute of an element. Parsed in one pass from left to right: it
 * may be as long as the whole paste.
 */
final class StyleAttribute {

	private static final StyleAttribute NONE = new StyleAttribute("");

	private final Map<String, String> values = new HashMap<>();

	private StyleAttribute(String css) {
		for (var at = 0; at < css.length();) {
			var end = css.indexOf(';', at);
			end = (end >= 0) ? end : css.length();
			var declaration = css.substring(at, end);
			var colon = declaration.indexOf(':');
			if (colon >= 0) {
				this.values.put(normalized(declaration.substring(0, colon)),
						normalized(declaration.substring(colon + 1)));
			}
			at = end + 1;
		}
	}

	static StyleAttribute of(Element element) {
		var css = element.attr("style");
		return css.isEmpty() ? NONE : new StyleAttribute(css);
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

	/** How Word and Outlook mark a paragraph as a list item; empty for none. */
	String officeList() {
		return value("mso-list");
	}

	private String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	private static boolean isWeight(String value) {
		return value.length() >= 3 && value.charAt(0) >= '1' && value.charAt(0) <= '9' && value.startsWith("00", 1);
	}

	private static String normalized(String written) {
		return written.strip().toLowerCase(Locale.ROOT);
	}

}
