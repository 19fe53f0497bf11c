package org.afterword.kernel.text;

import java.util.regex.Pattern;

/**
 * Makes any sequence of characters fit to be shown: what is invisible and harmful goes,
 * what is broken is marked.
 */
public final class Characters {

	/**
	 * Marks on one letter; further ones are there to cover other lines. The tallest
	 * syllable of Tibetan has so many.
	 */
	private static final int MOST_MARKS = 8;

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

	private static final char REPLACEMENT = '\uFFFD';

	private static final Pattern RIGHT_TO_LEFT = Pattern
		.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}]");

	private Characters() {
	}

	/**
	 * NUL, lone surrogates and noncharacters become U+FFFD, other controls a space.
	 * Direction overrides go; embeddings and isolates stay where each line closes what it
	 * opens. Joiners stay: emoji and Persian need them.
	 */
	public static String clean(String typed) {
		var text = withFewMarks(typed);
		if (text.chars().noneMatch(Characters::suspicious)) {
			return text;
		}
		var result = new StringBuilder(text.length());
		text.lines().forEach((line) -> {
			var balanced = directionsAreBalanced(line);
			line.codePoints()
				.map((character) -> replaced(character, balanced))
				.filter((c) -> c >= 0)
				.forEach(result::appendCodePoint);
			result.append('\n');
		});
		var endsInLine = text.endsWith("\n") || text.endsWith("\r");
		if (!endsInLine && !result.isEmpty()) {
			result.setLength(result.length() - 1);
		}
		return result.toString();
	}

	/**
	 * The same without any control of direction, for excerpts that may be cut anywhere.
	 */
	public static String withoutDirections(String text) {
		return text.codePoints()
			.filter((character) -> !isDirection(character))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * One line of plain text, as a title or a name: single spaces, no control of
	 * direction and nothing unseen but what joins letters and chooses the look of an
	 * emoji.
	 */
	public static String line(String typed) {
		var line = new StringBuilder();
		withFewMarks(SPACES.matcher(typed).replaceAll(" ")).codePoints()
			.filter((character) -> !Blank.isUnseen(character) || character == ' ' || joins(character))
			.forEach(line::appendCodePoint);
		return line.toString().strip();
	}

	/** The same text with no more marks on a letter than any script needs. */
	public static String withFewMarks(String text) {
		if (text.codePoints().allMatch((character) -> character < 0x300)) {
			return text;
		}
		var result = new StringBuilder(text.length());
		var marks = 0;
		for (var at = 0; at < text.length();) {
			var character = text.codePointAt(at);
			marks = isMark(character) ? marks + 1 : Character.getType(character) == Character.FORMAT ? marks : 0;
			if (marks <= MOST_MARKS || !isMark(character)) {
				result.appendCodePoint(character);
			}
			at += Character.charCount(character);
		}
		return result.toString();
	}

	/** Whether it is a combining mark, such as an accent or a vowel sign. */
	public static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> false;
		};
	}

	/** Joiners, the looks of emoji, and the tags of flags. */
	private static boolean joins(int character) {
		return character == 0x200C || character == 0x200D || (character >= 0xFE00 && character <= 0xFE0F)
				|| (character >= 0xE0020 && character <= 0xE007F);
	}

	static boolean isDirection(int character) {
		return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
	}

	public static boolean hasRightToLeft(CharSequence text) {
		return RIGHT_TO_LEFT.matcher(text).find();
	}

	/** Whether the first letter that has a direction runs from right to left. */
	public static boolean beginsRightToLeft(CharSequence text) {
		return text.codePoints()
			.filter(Character::isLetter)
			.mapToObj(Character::getDirectionality)
			.map((direction) -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
					|| direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
			.findFirst()
			.orElse(false);
	}

	private static boolean suspicious(int unit) {
		return (unit < ' ' && unit != '\n' && unit != '\t') || (unit >= 0x7F && unit <= 0x9F)
				|| Character.isSurrogate((char) unit) || isDirection(unit) || unit >= 0xFDD0;
	}

	private static int replaced(int character, boolean balanced) {
		if (character == '\t') {
			return character;
		}
		if (isDirection(character)) {
			return balanced ? character : -1;
		}
		if (character == 0 || Character.getType(character) == Character.SURROGATE || isNoncharacter(character)) {
			return REPLACEMENT;
		}
		return Character.isISOControl(character) ? ' ' : character;
	}

	private static boolean isNoncharacter(int character) {
		return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
	}

	/** Never with an override: nobody needs one to write. */
	private static boolean directionsAreBalanced(String line) {
		var open = new StringBuilder();
		for (var i = 0; i < line.length(); i++) {
			var character = line.charAt(i);
			switch (character) {
				case 0x202D, 0x202E -> {
					return false;
				}
				case 0x202A, 0x202B -> open.append('e');
				case 0x2066, 0x2067, 0x2068 -> open.append('i');
				case 0x202C, 0x2069 -> {
					var last = open.length() - 1;
					if (last < 0 || open.charAt(last) != ((character == 0x202C) ? 'e' : 'i')) {
						return false;
					}
					open.setLength(last);
				}
				default -> {
				}
			}
		}
		return open.isEmpty();
	}

}
