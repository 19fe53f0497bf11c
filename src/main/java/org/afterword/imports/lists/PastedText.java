package org.afterword.imports.lists;

import java.util.List;
import java.util.Optional;

import org.afterword.imports.rows.Problem;
import org.afterword.imports.words.PlainWords;

/** Splits pasted text into lines without invisible characters, within limits. */
final class PastedText {

	/** In characters; far more than any list has. */
	static final int LONGEST = 1_000_000;

	static final int MOST_LINES = 50_000;

	/** How much is read to recognise a file, in characters. */
	private static final int BEGINNING = 4_000;

	private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

	private static final int ZERO_WIDTH_JOINER = 0x200d;

	private PastedText() {
	}

	/** Why the text cannot hold a list. */
	static Optional<Problem> problem(String pasted) {
		if (pasted.length() > LONGEST) {
			return Optional.of(Problem.of(Problem.Kind.TOO_LARGE, pasted.length(), LONGEST));
		}
		var lines = pasted.chars().filter((character) -> character == '\n' || character == '\r').count();
		if (lines > 2L * MOST_LINES || (lines > MOST_LINES && lines(pasted).size() > MOST_LINES)) {
			return Optional.of(Problem.of(Problem.Kind.TOO_MANY_LINES, MOST_LINES));
		}
		var beginning = beginning(pasted);
		if (FileBytes.isPicture(beginning)) {
			return Optional.of(Problem.of(Problem.Kind.PICTURE));
		}
		if (FileBytes.isOtherFile(beginning)) {
			return Optional.of(Problem.of(Problem.Kind.NOT_TEXT));
		}
		return clean(pasted).isBlank() ? Optional.of(Problem.of(Problem.Kind.EMPTY)) : Optional.empty();
	}

	static List<String> lines(String pasted) {
		return List.of(clean(pasted).split("\n", -1));
	}

	private static String beginning(String pasted) {
		var beginning = pasted.substring(0, Math.min(pasted.length(), BEGINNING)).replace("\r", "").stripLeading();
		return beginning.startsWith("\ufeff") ? beginning.substring(1).stripLeading() : beginning;
	}

	/**
	 * One kind of line end and of space; without byte order marks, zero-width characters
	 * that no script needs, direction overrides, controls and broken surrogates.
	 */
	private static String clean(String pasted) {
		var clean = new StringBuilder(pasted.length());
		for (var at = 0; at < pasted.length();) {
			var character = pasted.codePointAt(at);
			if (isLineEnd(character)) {
				var pair = character == '\r' && pasted.startsWith("\n", at + 1);
				clean.append(pair ? "" : "\n");
			}
			else if (Character.isSpaceChar(character)) {
				clean.append(' ');
			}
			else if (isJoiner(character) ? joins(pasted, at) : isVisible(character)) {
				clean.appendCodePoint(character);
			}
			at += Character.charCount(character);
		}
		return clean.toString();
	}

	private static boolean isLineEnd(int character) {
		return switch (character) {
			case '\r', '\f', 0x0b, 0x85, 0x2028, 0x2029 -> true;
			default -> false;
		};
	}

	/** Also newlines and tabs, which separate what is visible. */
	private static boolean isVisible(int character) {
		return switch (character) {
			case '\n', '\t' -> true;
			case 0x200b, 0x200e, 0x200f, 0x061c, 0x2060, 0xfeff, 0x00ad -> false;
			default -> !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE
					&& !(character >= 0x202a && character <= 0x202e) && !(character >= 0x2066 && character <= 0x2069);
		};
	}

	private static boolean isJoiner(int character) {
		return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
	}

	/** Persian, Indic scripts and emoji need their joiners; Latin text does not. */
	private static boolean joins(String text, int at) {
		return at > 0 && at + 1 < text.length() && needsJoiner(text.codePointBefore(at))
				&& needsJoiner(text.codePointAt(at + 1));
	}

	private static boolean needsJoiner(int character) {
		return character > 0x590 && !Character.isWhitespace(character) && !Character.isSpaceChar(character)
				&& (Character.isLetter(character) || PlainWords.isMark(character) || character >= 0x1f000
						|| character == 0xfe0f || (character >= 0x2600 && character < 0x2800));
	}

}
