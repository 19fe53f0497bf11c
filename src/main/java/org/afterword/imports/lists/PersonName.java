package org.afterword.imports.lists;

import java.util.List;
import java.util.Locale;

import org.afterword.imports.words.PlainWords;
import org.afterword.kernel.text.Blank;

/** Tells names and initials of people from other words. */
final class PersonName {

	private static final int MOST_WORDS = 4;

	private static final int MOST_INITIALS = 4;

	/** In scripts without capitals, a longer word is no name. */
	private static final int LONGEST_CASELESS = 12;

	/** A word this short is a name even if it ends like a topic. */
	private static final int LONGEST_NAME_LIKE_THING = 6;

	/** How words for topics end, unlike names. */
	private static final List<String> THINGS_END = List.of("tion", "tions", "ing", "ment", "ness", "ity", "ance",
			"ción", "ung", "ics");

	private static final String INSIDE_NAMES = "'’.-\u2010\u200c\u200d";

	private PersonName() {
	}

	static boolean is(String name) {
		if (Blank.is(name)) {
			return false;
		}
		if (isInitials(name)) {
			return !NameWords.isAbbreviation(letters(name));
		}
		var words = name.split(" +", -1);
		if (words.length > MOST_WORDS || NameWords.isNobody(name) || NameWords.isNobody(words[0])) {
			return false;
		}
		for (var at = 0; at < words.length; at++) {
			var particle = at > 0 && at < words.length - 1 && NameWords.isParticle(words[at]);
			if (!particle && !isNameWord(words[at])) {
				return false;
			}
		}
		return words.length > 1 || !isLikelyThing(name);
	}

	private static boolean isNameWord(String word) {
		var first = word.codePointAt(0);
		var caseless = Character.getType(first) == Character.OTHER_LETTER;
		if (!caseless && !Character.isUpperCase(first) && !Character.isTitleCase(first)) {
			return false;
		}
		if (caseless && word.length() > LONGEST_CASELESS) {
			return false;
		}
		return word.codePoints()
			.allMatch((character) -> Character.isLetter(character) || PlainWords.isMark(character)
					|| INSIDE_NAMES.indexOf(character) >= 0);
	}

	/** Whether a single word names a topic, as in "Funding: who pays?" */
	private static boolean isLikelyThing(String word) {
		var small = word.toLowerCase(Locale.ROOT);
		return small.length() > LONGEST_NAME_LIKE_THING && THINGS_END.stream().anyMatch(small::endsWith);
	}

	/** One to four capitals: "MB", "M.B.", "M. B.", "MB2", "MB (2)". */
	static boolean isInitials(String label) {
		var open = label.indexOf(" (");
		var name = (open > 0) ? label.substring(0, open) : label;
		var capitals = 0;
		for (var at = 0; at < name.length(); at++) {
			var character = name.charAt(at);
			if (Character.isUpperCase(character)) {
				capitals++;
			}
			else if (!(capitals > 0
					&& (character == '.' || character == '-' || isLastDigit(name, at) || isBetween(name, at)))) {
				return false;
			}
		}
		return capitals >= 1 && capitals <= MOST_INITIALS;
	}

	private static boolean isLastDigit(String name, int at) {
		return Character.isDigit(name.charAt(at)) && at == name.length() - 1;
	}

	/** A space between single letters: "M. B.", "M B". */
	private static boolean isBetween(String name, int at) {
		return name.charAt(at) == ' ' && at + 1 < name.length()
				&& (at + 2 >= name.length() || !Character.isLetter(name.charAt(at + 2)))
				&& (name.charAt(at - 1) == '.' || at == 1);
	}

	private static String letters(String label) {
		var letters = new StringBuilder();
		label.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
		return letters.toString();
	}

}
