package org.afterword.imports.exports;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.imports.words.PlainWords;

/** The name of a sender, without what chat tools add to it. */
final class SenderName {

	/** In characters. */
	static final int LONGEST = 80;

	/** In characters, where nothing but the name shows that a message begins. */
	private static final int LONGEST_ALONE = 60;

	private static final int MOST_WORDS = 7;

	private static final int MOST_WORDS_ALONE = 5;

	private static final String NOT_IN_NAMES = "?？؟!,;\"“”„«»";

	private static final String NOT_IN_NAMES_ALONE = "?？؟!,;:/\"“”=";

	/** A phone number in place of a name, as phones export their chats. */
	private static final Pattern PHONE = Pattern.compile("[~+(]{0,3}\\p{Nd}[\\p{Nd}\\h().-]{5,30}");

	/** What a tool calls whoever copied the chat. */
	private static final Set<String> ONESELF = Set.of("You", "Me");

	/** What tools add in brackets: "(Guest)", "(Unverified)". */
	private static final Set<String> ROLES = Set.of("guest", "unverified", "external", "host", "co-host", "cohost",
			"me", "you", "organizer", "organiser", "presenter", "moderator", "attendee", "panelist", "gast", "extern",
			"invitado", "invité", "convidado", "ospite", "гость", "ضيف");

	/** Lower-case words in names: "van der Berg", "Ana de Souza". */
	private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "del", "della", "di", "du",
			"la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "y", "e",
			"af", "av", "und", "and", "&");

	private SenderName() {
	}

	/** Without pronouns and marks in brackets. */
	static String of(String header) {
		var name = header.strip();
		if (name.regionMatches(true, 0, "from ", 0, 5)) {
			name = name.substring(5).strip();
		}
		while (name.endsWith(")") && name.lastIndexOf('(') > 0 && isAddition(name.substring(name.lastIndexOf('(')))) {
			name = name.substring(0, name.lastIndexOf('(')).strip();
		}
		// Somebody who is not in the phone's contacts.
		name = name.startsWith("~") ? name.substring(1) : name;
		return name.replace('\t', ' ').strip();
	}

	/** Phone numbers are not published: whoever has only one is anonymous. */
	static String published(String name) {
		return (PHONE.matcher(name).matches() || ONESELF.contains(name)) ? "" : name;
	}

	static boolean isPhone(String header) {
		return PHONE.matcher(of(header)).matches();
	}

	/** Whether the header of a message may be a name, before a colon. */
	static boolean is(String header) {
		var name = of(header);
		return !name.isEmpty() && name.length() <= LONGEST && name.split("\\h+", -1).length <= MOST_WORDS
				&& name.chars().noneMatch((character) -> NOT_IN_NAMES.indexOf(character) >= 0)
				&& name.codePoints().anyMatch(Character::isLetter) && !name.contains("://");
	}

	/** Whether words on a line, with no colon after them, all begin as names do. */
	static boolean isAlone(String written) {
		var name = of(written);
		var words = name.split("\\h+", -1);
		if (name.isEmpty() || name.length() > LONGEST_ALONE || words.length > MOST_WORDS_ALONE
				|| !Character.isLetterOrDigit(name.codePointAt(0))) {
			return false;
		}
		return name.codePoints().anyMatch(Character::isLetter)
				&& name.chars().noneMatch((character) -> NOT_IN_NAMES_ALONE.indexOf(character) >= 0)
				&& !name.endsWith(".") && (words.length == 1 || List.of(words).stream().allMatch(SenderName::isPart));
	}

	private static boolean isPart(String word) {
		return word.isEmpty() || !Character.isLowerCase(word.codePointAt(0)) || PARTICLES.contains(word);
	}

	/** Pronouns, a role or a mark that the message is private. */
	private static boolean isAddition(String bracketed) {
		return bracketed.indexOf('/') >= 0
				|| ROLES.contains(PlainWords.lowerCase(bracketed.substring(1, bracketed.length() - 1)))
				|| PrivateMark.in(bracketed);
	}

}
