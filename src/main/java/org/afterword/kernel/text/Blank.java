package org.afterword.kernel.text;

import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.afterword.kernel.address.WebAddress;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Tells text that shows something from text that does not: only spaces of any kind,
 * characters that nobody sees, marks without a letter, or the marks of Markdown and HTML
 * without words between them. One rule for posts, titles, names, questions and reasons.
 */
public final class Blank {

	/** Tags that say nothing by themselves. Others may be words: {@code <grin>}. */
	private static final Pattern TAG = Pattern
		.compile("(?i)</?(?:a|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|li|ol|p|pre|q|s|small|span|"
				+ "strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|wbr)\\s{0,9}/?>|<!--[^<>]{0,99}-->");

	/** A link or a picture with neither words nor an address. */
	private static final Pattern LINK = Pattern
		.compile("!?\\[[\\s*_~`]{0,9}\\](?:\\(\\s{0,9}(?:<\\s{0,9}>)?\\s{0,9}(?:\"\\s{0,9}\")?\\s{0,9}\\))?");

	/** The line under the head of a table. */
	private static final Pattern TABLE_LINE = Pattern.compile("(?m)^ {0,3}\\|[ |:-]*+$");

	private static final Pattern FENCE = Pattern.compile("\\A\\s*+(`{3,9}+|~{3,9}+)[^\\n`]*+\\n\\s*+\\1\\s*+\\z");

	/** Where one of these stands, structure may hide among what looks like words. */
	private static final Pattern STRUCTURE = Pattern.compile("[<&\\[|`~]");

	/** What Markdown reads as structure where it stands alone. */
	private static final String MARKS = "-*_#>`~=|\\+";

	/** Seen by nobody, though Unicode counts them among letters and symbols. */
	private static final String UNSEEN = "\u2800\u3164\uffa0\u115f\u1160\ufffc";

	private static final int MUSICAL_NULL = 0x1D159;

	/** Makes a key of the sign before it. */
	private static final String KEYCAP = "\u20e3";

	private Blank() {
	}

	/** Whether nobody would see anything of it. */
	public static boolean is(@Nullable String text) {
		if (text == null || text.codePoints().noneMatch(Blank::shows)) {
			return text == null || !text.contains(KEYCAP);
		}
		return STRUCTURE.matcher(text).find() && withoutStructure(text).codePoints().noneMatch(Blank::shows);
	}

	/**
	 * What is kept of anything that people type: without spaces around it, without
	 * passwords and wrappers in its addresses, without direction overrides and with no
	 * more marks on a letter than a script needs; empty where nothing of it shows.
	 */
	public static String stripped(@Nullable String text) {
		return (text == null || is(text)) ? "" : WebAddress.cleaned(Characters.clean(text.strip())).strip();
	}

	/** Whether nobody sees this character, wherever it stands. */
	static boolean isUnseen(int character) {
		return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
				|| UNSEEN.indexOf(character) >= 0 || character == MUSICAL_NULL
				|| switch (Character.getType(character)) {
					case Character.FORMAT, Character.SURROGATE, Character.CONTROL, Character.SPACE_SEPARATOR,
							Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
						true;
					default -> false;
				};
	}

	/** Whether it shows by itself: no mark of a letter, no mark of Markdown. */
	private static boolean shows(int character) {
		return MARKS.indexOf(character) < 0 && !isUnseen(character) && switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> false;
			default -> true;
		};
	}

	private static String withoutStructure(String text) {
		var words = new StringBuilder();
		text.codePoints()
			.filter((character) -> Character.isWhitespace(character) || !isUnseen(character))
			.forEach(words::appendCodePoint);
		var rest = FENCE.matcher(words).replaceFirst("");
		rest = TAG.matcher(Parser.unescapeEntities(rest, false)).replaceAll("");
		return TABLE_LINE.matcher(LINK.matcher(rest).replaceAll("")).replaceAll("");
	}

}
