package org.afterword.kernel.paste;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * Keeps superscripts and subscripts apart from the text before them: ten to the sixth is
 * not 106. They become Unicode characters where all exist, and stand in parentheses where
 * not.
 */
final class SuperAndSubscripts implements NodeVisitor {

	private static final Map<Integer, Integer> SUPERSCRIPTS = signs("0123456789+-−=()abcdefghijklmnoprstuvwxyzαβγδεθφχ",
			"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᵋᶿᵠᵡ");

	private static final Map<Integer, Integer> SUBSCRIPTS = signs("0123456789+-−=()aeoxhklmnpstijruvβγρφχ",
			"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ");

	/** As in 1st, which reads the same on the line. */
	private static final Pattern ORDINAL = Pattern.compile("(?i)st|nd|rd|th");

	/** Longer text is small for another reason. */
	private static final int LONGEST = 40;

	/** How many nodes of one are read, so that nested empty ones cost nothing. */
	private static final int MOST_NODES = 20;

	static void write(Element body) {
		body.traverse(new SuperAndSubscripts());
	}

	@Override
	public void head(Node node, int depth) {
		// Inner ones are written first.
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element && element.normalName().equals("sup")) {
			write(element, SUPERSCRIPTS, "^(");
		}
		else if (node instanceof Element element && element.normalName().equals("sub")) {
			write(element, SUBSCRIPTS, "_(");
		}
	}

	private static void write(Element element, Map<Integer, Integer> signs, String opening) {
		var words = beginning(element).strip();
		if (!changesMeaning(words)) {
			return;
		}
		if (words.codePoints().allMatch(signs::containsKey)) {
			element.traverse((inner, _) -> {
				if (inner instanceof TextNode text) {
					text.text(replaced(text.getWholeText().strip(), signs));
				}
			});
		}
		else {
			element.prependText(opening);
			element.appendText(")");
		}
	}

	/** Not for references such as [3], ordinals, and whole sentences in small print. */
	private static boolean changesMeaning(String words) {
		return words.length() <= LONGEST && words.codePoints().anyMatch(Character::isLetterOrDigit)
				&& !(words.startsWith("[") && words.endsWith("]")) && !ORDINAL.matcher(words).matches();
	}

	/** Its text, as far as it is needed to know that it is too long. */
	private static String beginning(Element element) {
		var words = new StringBuilder();
		var nodes = new int[1];
		element.filter((node, depth) -> {
			if (node instanceof TextNode text) {
				words.append(text.getWholeText(), 0, Math.min(text.getWholeText().length(), LONGEST + 1));
			}
			if (++nodes[0] > MOST_NODES) {
				words.repeat('x', LONGEST + 1);
			}
			return (words.length() > LONGEST) ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
		});
		return words.toString();
	}

	private static String replaced(String words, Map<Integer, Integer> signs) {
		var result = new StringBuilder();
		words.codePoints().map((sign) -> signs.getOrDefault(sign, sign)).forEach(result::appendCodePoint);
		return result.toString();
	}

	private static Map<Integer, Integer> signs(String plain, String written) {
		var signs = new HashMap<Integer, Integer>();
		var from = plain.codePoints().toArray();
		var to = written.codePoints().toArray();
		for (var at = 0; at < from.length; at++) {
			signs.put(from[at], to[at]);
		}
		return Map.copyOf(signs);
	}

}
