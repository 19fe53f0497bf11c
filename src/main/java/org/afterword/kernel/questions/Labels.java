package org.afterword.kernel.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a person is called, in a list, after an @ and in a greeting: "M.B.", "Dr. Osei",
 * "O’Neil, Sean", "van der Berg", "MB (2)". One reader, so that whoever a list names can
 * be mentioned.
 */
public final class Labels {

	private static final Set<String> TITLES = keys("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir",
			"madam", "eng", "ing", "rev", "fr", "sr", "sra", "srta", "don", "doña", "dra", "m", "mme", "mlle", "herr",
			"frau", "hr", "dott", "г-н", "г-жа", "د", "السيد", "السيدة", "الدكتور", "الدكتورة");

	private static final Set<String> PARTICLES = keys("de", "da", "do", "dos", "das", "del", "della", "di", "du", "la",
			"le", "los", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "af", "av");

	/** Scripts whose marks many people leave out. */
	private static final Set<Character.UnicodeScript> FOLDED = Set.of(Character.UnicodeScript.LATIN,
			Character.UnicodeScript.GREEK, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.ARABIC,
			Character.UnicodeScript.HEBREW);

	private static final String UNDECOMPOSED = "đðłøßæœıþħŋə";

	private static final List<String> DECOMPOSED = List.of("d", "d", "l", "o", "ss", "ae", "oe", "i", "th", "h", "n",
			"a");

	private Labels() {
	}

	/**
	 * The same for every way to write one name: "M.B.", "M. B." and "mb". The number of
	 * "MB (2)" belongs to it.
	 */
	public static String key(String name) {
		var key = new StringBuilder();
		Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach((sign) -> {
			if (Character.isLetterOrDigit(sign) || QuestionForms.isMark(sign) || sign == '_') {
				key.appendCodePoint(sign);
			}
		});
		return hasNumber(name) ? key.insert(key.length() - digits(name), '(').toString() : key.toString();
	}

	/**
	 * The same for those who type without accents: "Nguyễn" as "nguyen", "Müller" as
	 * "muller" and as "mueller". Vowel signs of other scripts stay.
	 */
	public static Set<String> folded(String name) {
		var german = key(name).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
		return Set.copyOf(new LinkedHashSet<>(List.of(plain(key(name)), plain(german))));
	}

	/** The first of these, for what was typed. */
	public static String plain(String key) {
		var plain = new StringBuilder();
		var folds = false;
		var letters = Normalizer.normalize(key, Normalizer.Form.NFKD).codePoints().toArray();
		for (var sign : letters) {
			if (QuestionForms.isMark(sign)) {
				if (!folds) {
					plain.appendCodePoint(sign);
				}
				continue;
			}
			folds = FOLDED.contains(Character.UnicodeScript.of(sign));
			var at = UNDECOMPOSED.indexOf(sign);
			plain.append((at >= 0) ? DECOMPOSED.get(at) : Character.toString(sign));
		}
		return plain.toString();
	}

	/** What somebody may be called in short, if nobody else is; the likeliest first. */
	public static List<String> shortened(String label) {
		var names = new LinkedHashSet<String>();
		var whole = withoutOrganisation(label.strip());
		names.add(whole);
		var comma = whole.indexOf(',');
		if (comma > 0) {
			var before = whole.substring(0, comma).strip();
			var after = whole.substring(comma + 1).strip();
			names.add(after + " " + before);
			names.add(before);
			whole = after + " " + before;
		}
		var words = new ArrayList<>(List.of(whole.split("\\s+")));
		while (words.size() > 1 && TITLES.contains(key(words.getFirst()))) {
			words.removeFirst();
		}
		names.add(String.join(" ", words));
		if (!hasNumber(whole) && words.size() > 1 && !PARTICLES.contains(key(words.getFirst()))) {
			names.add(words.getFirst());
			var last = words.size() - 1;
			while (last > 1 && PARTICLES.contains(key(words.get(last - 1)))) {
				last--;
			}
			names.add(String.join(" ", words.subList(last, words.size())));
		}
		if (words.size() > 1 && PARTICLES.contains(key(words.getFirst()))) {
			names.add(words.getLast());
		}
		names.removeIf((name) -> name.codePoints().filter(Character::isLetter).limit(2).count() < 2
				&& !name.equals(label.strip()));
		return List.copyOf(names);
	}

	/** "Noor Haddad (Delta Trust)" without the brackets; "MB (2)" as it is. */
	public static String withoutOrganisation(String label) {
		var open = label.indexOf('(');
		return (open > 0 && !hasNumber(label)) ? label.substring(0, open).strip() : label;
	}

	/** Whether it ends in a number in brackets. */
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
					.allMatch((sign) -> sign >= '0' && sign <= '9')) ? length : 0;
	}

	private static Set<String> keys(String... words) {
		var keys = new LinkedHashSet<String>();
		for (var word : words) {
			keys.add(key(word));
		}
		return Set.copyOf(keys);
	}

}
