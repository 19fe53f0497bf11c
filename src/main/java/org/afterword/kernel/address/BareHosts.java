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
 * Finds addresses without a scheme in plain words: {@code example.org/report.pdf}. The
 * ends of host names that it knows are few and safe: "Node.js", "file.pdf", "e.g." and
 * "yes.it/they left" stay words.
 */
public final class BareHosts {

	/** A host that ends so is one, whatever follows. */
	private static final Set<String> SURE = Set.of("com", "org", "net", "edu", "gov", "int", "info", "eu", "ngo", "рф");

	/** "gov.in", "co.uk", "org.br": as sure as the ones above. */
	private static final Set<String> SECOND = Set.of("ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "govt", "ne",
			"net", "or", "org", "nic");

	/**
	 * Countries; a host that ends so needs a path. Those that are a word or the end of a
	 * file's name (it, in, is, py, rs, sh, md) need a path that no word has.
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

	private static final Set<String> WORDS = Set.of("at", "be", "by", "do", "in", "io", "is", "it", "me", "my", "no",
			"to", "us", "ai", "am", "as", "so");

	/** Ends that are countries, in names of programs that people write. */
	private static final Set<String> PROGRAMS = Set.of("asp.net", "vb.net", "ado.net", "java.net", "system.net");

	/** Of a host and its port, in signs; longer ones are no name. */
	private static final int LONGEST = 253;

	private BareHosts() {
	}

	/** Makes links of the addresses in a text, and returns them. */
	public static List<Link> link(Text text) {
		var literal = text.getLiteral();
		var pieces = new ArrayList<Node>();
		var links = new ArrayList<Link>();
		var from = 0;
		for (var at = 0; at < literal.length();) {
			var word = wordEnd(literal, at);
			if (word == at) {
				at++;
				continue;
			}
			var start = behindSpaceless(literal, at, word);
			var end = mayBegin(literal, at) ? end(literal, start) : 0;
			if (end > 0) {
				if (start > from) {
					pieces.add(new Text(literal.substring(from, start)));
				}
				var shown = literal.substring(start, end);
				links.add(BareAddresses.link("https://" + shown, shown));
				pieces.add(links.getLast());
				from = end;
			}
			at = Math.max(word, end);
		}
		if (from > 0) {
			if (from < literal.length()) {
				pieces.add(new Text(literal.substring(from)));
			}
			pieces.forEach(text::insertBefore);
			text.unlink();
		}
		return links;
	}

	/** The address that words are which stand where an address should. */
	public static Optional<String> address(String written) {
		return (end(written, 0) == written.length()) ? Optional.of("https://" + written) : Optional.empty();
	}

	/** The same where an address is asked for: there, more ends of hosts are believed. */
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

	/** Where the letters end that a host may be made of; each is looked at once. */
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

	/** "请看example.org" */
	private static int behindSpaceless(String text, int start, int end) {
		var at = start;
		while (at < end && Ahead.writtenWithoutSpaces(text.codePointAt(at))) {
			at += Character.charCount(text.codePointAt(at));
		}
		return (at > start && at < end && text.charAt(at) < 0x80 && Character.isLetterOrDigit(text.charAt(at))) ? at
				: start;
	}

	/** Where the address ends, or 0 where it is none. */
	private static int end(String text, int start) {
		var host = AddressEnd.ofHost(text, start);
		if (host < 0 || host - start > LONGEST) {
			return 0;
		}
		var name = text.substring(start, host);
		if (name.indexOf('.', 1) < 0) {
			return 0;
		}
		var next = (host < text.length()) ? text.codePointAt(host) : ' ';
		if ((Character.isLetterOrDigit(next) && !Ahead.writtenWithoutSpaces(next)) || "@_-".indexOf(next) >= 0) {
			return 0;
		}
		if (!mayBeAddress(name)) {
			return 0;
		}
		var end = AddressEnd.of(text, start, (start > 0) ? text.charAt(start - 1) : 0);
		return (end >= host && isAddress(name, text.substring(host, end))) ? end : 0;
	}

	/** Much cheaper than to read what follows. */
	private static boolean mayBeAddress(String host) {
		var last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return SURE.contains(last) || COUNTRIES.contains(last) || WORDS.contains(last);
	}

	private static boolean isAddress(String host, String path) {
		var labels = List.of(host.split("\\."));
		var last = labels.getLast();
		var hasPath = path.length() > 1 && "/:?".indexOf(path.charAt(0)) >= 0;
		// "A dot.Org" is the end of a sentence, "Booking.com" a firm.
		var lower = hasPath ? last.equals(last.toLowerCase(Locale.ROOT)) : host.equals(host.toLowerCase(Locale.ROOT));
		if (!lower || labels.size() > 7 || PROGRAMS.contains(host.toLowerCase(Locale.ROOT))
				|| labels.getFirst().codePoints().allMatch(Character::isDigit)) {
			return false;
		}
		if (SURE.contains(last)) {
			return true;
		}
		var country = COUNTRIES.contains(last);
		var word = WORDS.contains(last);
		if ((country || word) && labels.size() > 2 && SECOND.contains(labels.get(labels.size() - 2))) {
			return true;
		}
		return (country && hasPath) || (word && isSurePath(path));
	}

	/** No word and no number goes on like this. */
	private static boolean isSurePath(String path) {
		return path.startsWith("/")
				&& path.chars().skip(1).anyMatch((sign) -> "/._?=-".indexOf(sign) >= 0 || Character.isDigit(sign));
	}

}
