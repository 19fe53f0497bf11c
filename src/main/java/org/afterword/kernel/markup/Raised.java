package org.afterword.kernel.markup;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Superscripts and subscripts in plain text: 10⁶ and H₂O where Unicode has them, and
 * {@code e^(−E/kT)} where it has not.
 */
final class Raised {

	private static final Map<Integer, String> UP = pairs("0123456789+-−=()abcdefghijklmnoprstuvwxyzªº–",
			"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻªº⁻");

	private static final Map<Integer, String> DOWN = pairs("0123456789+-−=()aehijklmnoprstuvx–",
			"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋");

	private Raised() {
	}

	/** What stood in {@code <sup>}. */
	static String up(String words) {
		return written(words, UP, "^");
	}

	/** What stood in {@code <sub>}. */
	static String down(String words) {
		return written(words, DOWN, "_");
	}

	private static String written(String words, Map<Integer, String> signs, String otherwise) {
		var plain = words.strip();
		if (plain.isEmpty()) {
			return words;
		}
		if (plain.codePoints().allMatch(signs::containsKey)) {
			return plain.codePoints().mapToObj(signs::get).collect(Collectors.joining());
		}
		return otherwise + (plain.matches("[\\p{L}\\p{N}]+") ? plain : "(" + plain + ")");
	}

	private static Map<Integer, String> pairs(String plain, String raised) {
		var from = plain.codePoints().toArray();
		var to = raised.codePoints().mapToObj(Character::toString).toList();
		return IntStream.range(0, from.length).boxed().collect(Collectors.toMap((at) -> from[at], to::get));
	}

}
