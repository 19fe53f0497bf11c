package org.afterword.kernel.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.afterword.kernel.text.Characters;

/**
 * Compares the names that people are called by in lists, after an @ and in greetings:
 * "M.B.", "Dr. Osei", "O’Neil, Sean", "van der Berg", "MB (2)".
 */
public final class Labels {

	private static final Set<String> TITLES = keys("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir",
			"madam", "eng", "ing", "rev", "fr", "sr", "sra", "srta", "don", "doña", "dra", "m", "mme", "mlle", "herr",
			"frau", "hr", "dott", "г-н", "г-жа", "د", "السيد", "السيدة", "الدكتور", "الدكتورة");

	private static final Set<String> PARTICLES = keys("de", "da", "do", "dos", "das", "del", "della", "di", "du", "la",
			"le", "los", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "af", "av");

	/** Scripts whose marks many people do not type. */
	private static final Set<Character.UnicodeScript> FOLDED = Set.of(Character.UnicodeScript.LATIN,
			Character.UnicodeScript.GREEK, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.ARABIC,
			Character.UnicodeScript.HEBREW);

	/** Letters that Unicode does not decompose, and what people type for each. */
	private static final String SPECIAL_LETTERS = "đðłøßæœıþħŋə";

	private static final List<String> TYPED_LETTERS = List.of("d", "d", "l", "o", "ss", "ae", "oe", "i", "th", "h", "n",
			"a");

	private Labels() {
	}

	/**
	 * The key of a name, the same for "M.B.", "M. B." and "mb". The number of "MB (2)" is
	 * part of it.
	 */
	public static String key(String name) {
		var key = new StringBuilder();
		Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach((character) -> {
			if (Character.isLetterOrDigit(character) || Characters.isMark(character) || character == '_') {
				key.appendCodePoint(character);
			}
		});
		return hasNumber(name) ? key.insert(key.length() - digits(name), '(').toString() : key.toString();
	}

	/**
	 * The keys of a name for those who type without accents: "Nguyễn" as "nguyen",
	 * "Müller" as "muller" and as "mueller". Vowel signs of other scripts stay.
	 */
	public static Set<String> folded(String name) {
		var german = key(name).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
		return Set.copyOf(new LinkedHashSet<>(List.of(plain(key(name)), plain(german))));
	}

	/** A key without accents. */
	public static String plain(String key) {
		var plain = new StringBuilder();
		var folds = false;
		var letters = Normalizer.normalize(key, Normalizer.Form.NFKD).codePoints().toArray();
		for (var character : letters) {
			if (Characters.isMark(character)) {
				if (!folds) {
					plain.appendCodePoint(character);
				}
				continue;
			}
			folds = FOLDED.contains(Character.UnicodeScript.of(character));
			var at = SPECIAL_LETTERS.indexOf(character);
			plain.append((at >= 0) ? TYPED_LETTERS.get(at) : Character.toString(character));
		}
		return plain.toString();
	}

	/**
	 * Shorter names that somebody may be called by, if nobody else is; the likeliest
	 * first.
	 */
	public static List<String> shortened(String label) {
		var names = new LinkedHashSet<String>();
		var whole = withoutOrganisation(label.strip());
		names.add(whole);
		var comma = whole.indexOf(',');
		if (comma > 0) {
			var familyName = whole.substring(0, comma).strip();
			whole = whole.substring(comma + 1).strip() + " " + familyName;
			names.add(whole);
			names.add(familyName);
		}
		names.addAll(partsOf(whole));
		names.removeIf((name) -> name.codePoints().filter(Character::isLetter).limit(2).count() < 2
				&& !name.equals(label.strip()));
		return List.copyOf(names);
	}

	/** The name without titles, its first word, and its family name. */
	private static List<String> partsOf(String name) {
		var words = new ArrayList<>(List.of(name.split("\\s+")));
		while (words.size() > 1 && TITLES.contains(key(words.getFirst()))) {
			words.removeFirst();
		}
		var parts = new ArrayList<>(List.of(String.join(" ", words)));
		if (words.size() > 1 && PARTICLES.contains(key(words.getFirst()))) {
			parts.add(words.getLast());
		}
		else if (words.size() > 1 && !hasNumber(name)) {
			parts.add(words.getFirst());
			parts.add(familyName(words));
		}
		return parts;
	}

	/** The last word, with the particles before it. */
	private static String familyName(List<String> words) {
		var from = words.size() - 1;
		while (from > 1 && PARTICLES.contains(key(words.get(from - 1)))) {
			from--;
		}
		return String.join(" ", words.subList(from, words.size()));
	}

	/** "Noor Haddad" of "Noor Haddad (Delta Trust)"; "MB (2)" as it is. */
	public static String withoutOrganisation(String label) {
		var open = label.indexOf('(');
		return (open > 0 && !hasNumber(label)) ? label.substring(0, open).strip() : label;
	}

	/** Whether it ends in a number in parentheses. */
	private static boolean hasNumber(String name) {
		return digits(name) > 0;
	}

	private static int digits(String name) {
		var stripped = name.stripTrailing();
		var open = stripped.lastIndexOf('(');
		var length = stripped.length() - open - 2;
		return (open > 0 && stripped.endsWith(")") && length > 0 && length <= 3
				&& stripped.substring(open + 1, stripped.length() - 1)
					.chars()
					.allMatch((digit) -> digit >= '0' && digit <= '9')) ? length : 0;
	}

	private static Set<String> keys(String... words) {
		var keys = new LinkedHashSet<String>();
		for (var word : words) {
			keys.add(key(word));
		}
		return Set.copyOf(keys);
	}

}
