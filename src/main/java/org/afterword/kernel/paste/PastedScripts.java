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
 * Keeps what is raised or lowered apart from the words before it: ten to the sixth is not
 * 106. Unicode has signs for most of it; what it has none for stands in brackets.
 */
final class PastedScripts implements NodeVisitor {

	private static final Map<Integer, Integer> RAISED = signs("0123456789+-−=()abcdefghijklmnoprstuvwxyzαβγδεθφχ",
			"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᵋᶿᵠᵡ");

	private static final Map<Integer, Integer> LOWERED = signs("0123456789+-−=()aeoxhklmnpstijruvβγρφχ",
			"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ");

	/** As in 1st, which is read the same on the line. */
	private static final Pattern ORDINAL = Pattern.compile("(?i)st|nd|rd|th");

	/** Longer words are set small for another reason. */
	private static final int LONGEST = 40;

	/** Pieces that are looked at, so that empty ones inside each other cost nothing. */
	private static final int MOST_PIECES = 20;

	static void write(Element body) {
		body.traverse(new PastedScripts());
	}

	@Override
	public void head(Node node, int depth) {
		// What stands inside is written first.
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element
				&& (element.normalName().equals("sup") || element.normalName().equals("sub"))) {
			var raised = element.normalName().equals("sup");
			var words = beginning(element).strip();
			if (words.length() > LONGEST || words.codePoints().noneMatch(Character::isLetterOrDigit)
					|| (words.startsWith("[") && words.endsWith("]")) || ORDINAL.matcher(words).matches()) {
				return;
			}
			var signs = raised ? RAISED : LOWERED;
			if (words.codePoints().allMatch(signs::containsKey)) {
				element.traverse((inner, below) -> {
					if (inner instanceof TextNode text) {
						text.text(replaced(text.getWholeText().strip(), signs));
					}
				});
			}
			else {
				element.prependText(raised ? "^(" : "_(");
				element.appendText(")");
			}
		}
	}

	/** Its words, as far as they are needed to know that they are too many. */
	private static String beginning(Element element) {
		var words = new StringBuilder();
		var pieces = new int[1];
		element.filter((node, depth) -> {
			if (node instanceof TextNode text) {
				words.append(text.getWholeText(), 0, Math.min(text.getWholeText().length(), LONGEST + 1));
			}
			if (++pieces[0] > MOST_PIECES) {
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
