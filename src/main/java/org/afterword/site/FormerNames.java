package org.afterword.site;

import java.util.Locale;
import java.util.regex.Pattern;

import org.afterword.member.MemberId;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The names of those who have left. They are stored in English between two invisible
 * marks, wherever names are; every page and e-mail translates them for its reader.
 */
@Component
public class FormerNames {

	/** A word joiner: it has no width, and where it stands no name begins or ends. */
	public static final char MARK = '\u2060';

	private static final String WORDS = "former member ";

	private static final Pattern NAME = Pattern.compile(MARK + WORDS + "(\\d{1,19})" + MARK);

	private static final Pattern BEGUN = Pattern.compile(MARK + WORDS + "\\d{1,19}");

	private final MessageSource messages;

	FormerNames(MessageSource messages) {
		this.messages = messages;
	}

	/** The name under which this member is stored once they have left. */
	public static String of(MemberId member) {
		return MARK + WORDS + member + MARK;
	}

	/** A text with each such name in this language. */
	public String in(String text, Locale language) {
		return hasMark(text) ? NAME.matcher(text)
			.replaceAll((name) -> this.messages.getMessage("leave.former", new Object[] { name.group(1) }, language))
				: text;
	}

	/** The end of a text that may become such a name with what follows; usually empty. */
	public static String begun(String text) {
		var end = text.substring(Math.max(0, text.lastIndexOf(MARK)));
		return hasMark(end) && ((MARK + WORDS).startsWith(end) || BEGUN.matcher(end).matches()) ? end : "";
	}

	/** Whether such a name may be in a text. */
	public static boolean hasMark(CharSequence text) {
		if (text instanceof String words) {
			return words.indexOf(MARK) >= 0;
		}
		for (var at = 0; at < text.length(); at++) {
			if (text.charAt(at) == MARK) {
				return true;
			}
		}
		return false;
	}

}
