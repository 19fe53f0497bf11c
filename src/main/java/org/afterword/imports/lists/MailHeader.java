package org.afterword.imports.lists;

import java.util.List;
import java.util.Locale;

import org.afterword.imports.words.PlainWords;

/** The header lines of e-mails, as they are copied with a list. */
final class MailHeader {

	/** A longer line is no header, in characters. */
	private static final int LONGEST = 200;

	private static final String SUBJECT = "subject:";

	private static final List<String> HEADERS = List.of("from:", "to:", "cc:", "sent:", "date:", SUBJECT, "reply-to:",
			"begin forwarded message", "-----original message", "---------- forwarded message", "de :", "para:",
			"asunto:", "objet :", "betreff:", "von:", "an:", "gesendet:");

	private static final List<String> REPLY_PREFIXES = List.of("re:", "fwd:", "fw:");

	private MailHeader() {
	}

	static boolean is(String line) {
		var start = line.substring(0, Math.min(line.length(), LONGEST)).toLowerCase(Locale.ROOT);
		return HEADERS.stream().anyMatch(start::startsWith) || (start.startsWith("on ") && start.endsWith(" wrote:"));
	}

	/** The subject without "Re:" and "Fwd:"; empty for any other header. */
	static String subject(String line) {
		if (!line.toLowerCase(Locale.ROOT).startsWith(SUBJECT)) {
			return "";
		}
		var subject = PlainWords.singleSpaced(line.substring(SUBJECT.length()));
		var from = 0;
		for (var length = replyPrefix(subject, 0); length > 0; length = replyPrefix(subject, from)) {
			from += length;
		}
		return subject.substring(from);
	}

	/** The length of the "Re: " or "Fwd: " that begins here; 0 if there is none. */
	private static int replyPrefix(String subject, int from) {
		for (var prefix : REPLY_PREFIXES) {
			if (subject.regionMatches(true, from, prefix, 0, prefix.length())) {
				var end = from + prefix.length();
				while (end < subject.length() && Character.isWhitespace(subject.charAt(end))) {
					end++;
				}
				return end - from;
			}
		}
		return 0;
	}

}
