package org.afterword.imports;

import java.util.List;
import java.util.Optional;

/** What was pasted, cleaned of what nobody sees, in lines. */
final class PastedText {

	/** In characters; far beyond any list, so that nobody can keep the server busy. */
	static final int LONGEST = 1_000_000;

	static final int MOST_LINES = 50_000;

	/** How the bytes of a picture begin when they are pasted as letters. */
	private static final List<String> PICTURES = List.of("\u0089PNG", "\ufffdPNG", "PNG\n", "GIF87a", "GIF89a",
			"iVBORw0KGgo", "/9j/4AAQ", "/9j/4", "R0lGODlh", "UklGR", "ÿØÿ", "\ufffd\ufffd\ufffd\ufffd", "II*\0",
			"<svg");

	private static final List<String> FILES = List.of("%PDF-", "PK\u0003\u0004", "JVBERi0", "UEsDBB", "{\\rtf",
			"ÐÏ\u0011à");

	private PastedText() {
	}

	/** Why this is no text that could hold a list. */
	static Optional<Problem> problem(String pasted) {
		var beginning = pasted.substring(0, Math.min(pasted.length(), 4_000)).replace("\r", "").stripLeading();
		if (beginning.startsWith("\ufeff")) {
			beginning = beginning.substring(1).stripLeading();
		}
		if (pasted.length() > LONGEST) {
			return Optional
				.of(Problem.of(Problem.Kind.TOO_LARGE, Integer.toString(pasted.length()), Integer.toString(LONGEST)));
		}
		var lines = pasted.chars().filter((sign) -> sign == '\n' || sign == '\r').count();
		if (lines > 2L * MOST_LINES || (lines > MOST_LINES && lines(pasted).size() > MOST_LINES)) {
			return Optional.of(Problem.of(Problem.Kind.TOO_MANY_LINES, Integer.toString(MOST_LINES)));
		}
		if (isPicture(beginning)) {
			return Optional.of(Problem.of(Problem.Kind.PICTURE));
		}
		if (FILES.stream().anyMatch(beginning::startsWith) || isMostlyControls(beginning)) {
			return Optional.of(Problem.of(Problem.Kind.NOT_TEXT));
		}
		return clean(pasted).isBlank() ? Optional.of(Problem.of(Problem.Kind.EMPTY)) : Optional.empty();
	}

	static List<String> lines(String pasted) {
		return List.of(clean(pasted).split("\n", -1));
	}

	/** Whether a line is a picture's address that carries the picture itself. */
	static boolean isPicture(String line) {
		if (line.length() < 5) {
			return false;
		}
		for (var picture : PICTURES) {
			if (line.startsWith(picture)) {
				return true;
			}
		}
		return line.startsWith("data:image/") || (line.startsWith("![") && line.contains("](data:image/"))
				|| (line.startsWith("<img") && line.contains("data:image/"));
	}

	private static boolean isMostlyControls(String text) {
		var odd = text.chars()
			.filter((sign) -> (sign < ' ' && sign != '\n' && sign != '\t' && sign != '\f' && sign != '\u000b')
					|| sign == '\ufffd' || (sign >= 0x80 && sign < 0xa0 && sign != 0x85))
			.count();
		return odd > 4 && odd * 10 > text.length();
	}

	/**
	 * One kind of line end and of space; without marks of byte order, zero-width signs
	 * that do not belong to a script, direction overrides, controls and broken halves of
	 * characters.
	 */
	private static String clean(String pasted) {
		var clean = new StringBuilder(pasted.length());
		for (var at = 0; at < pasted.length();) {
			var sign = pasted.codePointAt(at);
			var size = Character.charCount(sign);
			if (sign == '\r' || sign == 0x85 || sign == '\f' || sign == 0x0b || sign == 0x2028 || sign == 0x2029) {
				var pair = sign == '\r' && at + 1 < pasted.length() && pasted.charAt(at + 1) == '\n';
				clean.append(pair ? "" : "\n");
			}
			else if (sign == '\n' || sign == '\t') {
				clean.appendCodePoint(sign);
			}
			else if (sign == 0x200c || sign == 0x200d) {
				if (joins(pasted, at)) {
					clean.appendCodePoint(sign);
				}
			}
			else if (Character.isSpaceChar(sign)) {
				clean.append(' ');
			}
			else if (isSeen(sign)) {
				clean.appendCodePoint(sign);
			}
			at += size;
		}
		return clean.toString();
	}

	private static boolean isSeen(int sign) {
		return !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE && sign != 0x200b
				&& sign != 0x200e && sign != 0x200f && sign != 0x061c && sign != 0x2060 && sign != 0xfeff
				&& sign != 0x00ad && !(sign >= 0x202a && sign <= 0x202e) && !(sign >= 0x2066 && sign <= 0x2069);
	}

	/** Persian, Indic scripts and emoji need their joiners; Latin text does not. */
	private static boolean joins(String text, int at) {
		if (at == 0 || at + 1 >= text.length()) {
			return false;
		}
		return needsJoiner(text.codePointBefore(at)) && needsJoiner(text.codePointAt(at + 1));
	}

	private static boolean needsJoiner(int sign) {
		return sign > 0x590 && !Character.isWhitespace(sign) && !Character.isSpaceChar(sign)
				&& (Character.isLetter(sign) || sign >= 0x1f000 || sign == 0xfe0f || (sign >= 0x2600 && sign < 0x2800)
						|| Character.getType(sign) == Character.NON_SPACING_MARK
						|| Character.getType(sign) == Character.COMBINING_SPACING_MARK);
	}

}
