package org.afterword.kernel.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.afterword.kernel.Ahead;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Finds addresses without a scheme: {@code example.org/report.pdf}. It knows only the
 * domains that are safe: "Node.js", "file.pdf", "e.g." and "yes.it/they left" stay text.
 */
public final class BareHosts {

	/** A host with one of these top-level domains is certain. */
	private static final Set<String> SURE = Set.of("com", "org", "net", "edu", "gov", "int", "info", "eu", "ngo", "рф");

	/** Second levels as in "gov.in", "co.uk", "org.br", which are as certain. */
	private static final Set<String> SECOND = Set.of("ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "govt", "ne",
			"net", "or", "org", "nic");

	/**
	 * Country domains, which need a path. Those that are words need a path that no word
	 * has, and those that are extensions of files (py, rs, sh, md) are left out.
	 */
	private static final Set<String> COUNTRIES = Set.of("ae", "af", "ao", "ar", "au", "az", "ba", "bd", "bf", "bg",
			"bh", "bi", "bj", "bo", "br", "bt", "bw", "bz", "ca", "cd", "cf", "cg", "ch", "ci", "cl", "cm", "cn", "cr",
			"cu", "cv", "cy", "cz", "de", "dk", "dz", "ec", "ee", "eg", "er", "es", "et", "fi", "fj", "fr", "ga", "ge",
			"gh", "gm", "gn", "gr", "gt", "gw", "gy", "hk", "hn", "hr", "ht", "hu", "ie", "il", "iq", "ir", "jm", "jo",
			"jp", "ke", "kg", "kh", "km", "kr", "kw", "kz", "lb", "lk", "lr", "lt", "lu", "lv", "ly", "mg", "mn", "mr",
			"mt", "mu", "mv", "mw", "mx", "mz", "na", "ng", "ni", "nl", "np", "nz", "om", "pa", "pe", "ph", "pk", "pt",
			"qa", "ro", "ru", "rw", "sa", "sd", "se", "sg", "si", "sk", "sl", "sn", "sr", "ss", "sv", "sy", "td", "tg",
			"th", "tj", "tl", "tm", "tn", "tr", "tw", "tz", "ua", "ug", "uk", "uy", "uz", "ve", "vn", "ye", "za", "zm",
			"zw");

	/** Country domains that are words. */
	private static final Set<String> WORDS = Set.of("at", "be", "by", "do", "in", "io", "is", "it", "me", "my", "no",
			"to", "us", "ai", "am", "as", "so");

	/** Names of programs that look like hosts. */
	private static final Set<String> PROGRAMS = Set.of("asp.net", "vb.net", "ado.net", "java.net", "system.net");

	/** Of the name of a host, in characters. */
	private static final int LONGEST = 253;

	private static final int MOST_LABELS = 7;

	private BareHosts() {
	}

	/** Replaces the addresses in a text by links, and returns these. */
	public static List<Link> link(Text text) {
		var literal = text.getLiteral();
		var parts = new ArrayList<Node>();
		var links = new ArrayList<Link>();
		var from = 0;
		for (var at = 0; at < literal.length();) {
			var word = wordEnd(literal, at);
			var start = skipSpaceless(literal, at, word);
			var end = (word > at && mayBegin(literal, at)) ? end(literal, start) : 0;
			if (end > 0) {
				addText(literal.substring(from, start), parts);
				var shown = literal.substring(start, end);
				links.add(BareAddresses.link("https://" + shown, shown));
				parts.add(links.getLast());
				from = end;
			}
			at = Math.max(at + 1, Math.max(word, end));
		}
		if (from > 0) {
			addText(literal.substring(from), parts);
			parts.forEach(text::insertBefore);
			text.unlink();
		}
		return links;
	}

	private static void addText(String words, List<Node> parts) {
		if (!words.isEmpty()) {
			parts.add(new Text(words));
		}
	}

	/** The address, if all of this text is one without a scheme. */
	public static Optional<String> address(String written) {
		return (end(written, 0) == written.length()) ? Optional.of("https://" + written) : Optional.empty();
	}

	/** The same for a field of a form, where any top-level domain is accepted. */
	static Optional<String> typed(String written) {
		var host = AddressEnd.ofHost(written, 0);
		if (host < 0) {
			return Optional.empty();
		}
		var name = written.substring(0, host);
		var last = name.substring(name.lastIndexOf('.') + 1);
		var believed = name.indexOf('.') > 0 && last.length() >= 2 && last.codePoints().allMatch(Character::isLetter)
				&& (written.startsWith("/", host) || name.regionMatches(true, 0, "www.", 0, 4));
		return believed ? Optional.of("https://" + written) : address(written);
	}

	/** The end of the characters that a host may consist of. */
	private static int wordEnd(String text, int start) {
		var end = start;
		while (end < text.length()) {
			var character = text.codePointAt(end);
			if (!Character.isLetterOrDigit(character) && (end == start || "-_.".indexOf(character) < 0)
					&& !(end > start && Character.getType(character) == Character.NON_SPACING_MARK)) {
				break;
			}
			end += Character.charCount(character);
		}
		return end;
	}

	private static boolean mayBegin(String text, int start) {
		if (start == 0) {
			return true;
		}
		var before = text.codePointBefore(start);
		return "@._/\\+-".indexOf(before) < 0 && !Character.isLetterOrDigit(before)
				&& Character.getType(before) != Character.NON_SPACING_MARK
				&& Character.getType(before) != Character.COMBINING_SPACING_MARK;
	}

	/** The start of the host in "请看example.org"; the same place for others. */
	private static int skipSpaceless(String text, int start, int end) {
		var at = start;
		while (at < end && Ahead.writtenWithoutSpaces(text.codePointAt(at))) {
			at += Character.charCount(text.codePointAt(at));
		}
		return (at > start && at < end && text.charAt(at) < 0x80 && Character.isLetterOrDigit(text.charAt(at))) ? at
				: start;
	}

	/** The end of the address at this place; 0 if there is none. */
	private static int end(String text, int start) {
		var host = AddressEnd.ofHost(text, start);
		if (host < 0 || host - start > LONGEST) {
			return 0;
		}
		var name = text.substring(start, host);
		if (name.indexOf('.', 1) < 0 || continuesWord(text, host) || !mayBeAddress(name)) {
			return 0;
		}
		var end = AddressEnd.of(text, start, (start > 0) ? text.charAt(start - 1) : 0);
		return (end >= host && isAddress(name, text.substring(host, end))) ? end : 0;
	}

	private static boolean continuesWord(String text, int at) {
		var next = (at < text.length()) ? text.codePointAt(at) : ' ';
		return (Character.isLetterOrDigit(next) && !Ahead.writtenWithoutSpaces(next)) || "@_-".indexOf(next) >= 0;
	}

	/** A cheap test, before what follows is read. */
	private static boolean mayBeAddress(String host) {
		var last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return SURE.contains(last) || COUNTRIES.contains(last) || WORDS.contains(last);
	}

	private static boolean isAddress(String host, String path) {
		var labels = List.of(host.split("\\."));
		var last = labels.getLast();
		var hasPath = path.length() > 1 && "/:?".indexOf(path.charAt(0)) >= 0;
		if (!isLowerCase(hasPath ? last : host) || labels.size() > MOST_LABELS
				|| PROGRAMS.contains(host.toLowerCase(Locale.ROOT))
				|| labels.getFirst().codePoints().allMatch(Character::isDigit)) {
			return false;
		}
		var country = COUNTRIES.contains(last);
		var word = WORDS.contains(last);
		var sure = SURE.contains(last)
				|| ((country || word) && labels.size() > 2 && SECOND.contains(labels.get(labels.size() - 2)));
		return sure || (country && hasPath) || (word && isSurePath(path));
	}

	/** "A dot.Org" is the end of a sentence, "Booking.com" a company. */
	private static boolean isLowerCase(String name) {
		return name.equals(name.toLowerCase(Locale.ROOT));
	}

	/** Whether no word and no number continues like this. */
	private static boolean isSurePath(String path) {
		return path.startsWith("/")
				&& path.chars().skip(1).anyMatch((sign) -> "/._?=-".indexOf(sign) >= 0 || Character.isDigit(sign));
	}

}
