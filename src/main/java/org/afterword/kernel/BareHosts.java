package org.afterword.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Finds addresses without a scheme in plain words: {@code example.org/report.pdf}. The
 * ends of host names that it knows are few and safe: "Node.js", "file.pdf", "e.g." and
 * "yes.it/they left" stay words.
 */
final class BareHosts {

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

	private static final Pattern HOST = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}@._/\\\\+-])"
			+ "([\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?){1,6})"
			+ "(?![\\p{L}\\p{M}\\p{N}@_-])(:[0-9]{1,5})?");

	private static final Pattern SPACELESS_BEFORE = Pattern
		.compile("^[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+(?=[a-zA-Z0-9])");

	/** No word and no number goes on like this. */
	private static final Pattern SURE_PATH = Pattern.compile("/[^\\s/]*[/.\\p{Nd}_?=-].*");

	private BareHosts() {
	}

	/** Makes links of the addresses in a text, and returns them. */
	static List<Link> link(Text text) {
		var literal = text.getLiteral();
		var pieces = new ArrayList<Node>();
		var links = new ArrayList<Link>();
		var from = 0;
		var matcher = HOST.matcher(literal);
		while (matcher.find()) {
			var start = matcher.start();
			var host = matcher.group(1);
			var spaceless = SPACELESS_BEFORE.matcher(host);
			if (spaceless.find()) {
				start += spaceless.end();
				host = host.substring(spaceless.end());
			}
			var end = (start >= from) ? end(literal, start, matcher.end(1), host) : 0;
			if (end > 0) {
				if (start > from) {
					pieces.add(new Text(literal.substring(from, start)));
				}
				var shown = literal.substring(start, end);
				links.add(BareAddresses.link("https://" + shown, shown));
				pieces.add(links.getLast());
				from = end;
				matcher.region(end, literal.length());
				matcher.useTransparentBounds(true);
			}
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
	static Optional<String> address(String written) {
		var matcher = HOST.matcher(written);
		return (matcher.lookingAt() && end(written, 0, matcher.end(1), matcher.group(1)) == written.length())
				? Optional.of("https://" + written) : Optional.empty();
	}

	/** Where the address ends, or 0 where it is none. */
	private static int end(String text, int start, int hostEnd, String host) {
		var word = word(text, start);
		var length = BareAddresses.end("https://", word);
		if (length < hostEnd - start) {
			return 0;
		}
		var path = word.substring(hostEnd - start, length);
		return isAddress(host, path) ? start + length : 0;
	}

	private static boolean isAddress(String host, String path) {
		var labels = List.of(host.split("\\."));
		var last = labels.getLast();
		var hasPath = path.length() > 1 && "/:?".indexOf(path.charAt(0)) >= 0;
		// "A dot.Org" is the end of a sentence, "Booking.com" a firm.
		var lower = hasPath ? last.equals(last.toLowerCase(Locale.ROOT)) : host.equals(host.toLowerCase(Locale.ROOT));
		if (!lower || PROGRAMS.contains(host.toLowerCase(Locale.ROOT)) || labels.getFirst().matches("\\p{Nd}+")) {
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
		return (country && hasPath) || (word && SURE_PATH.matcher(path).matches());
	}

	private static String word(String text, int start) {
		var end = start;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return text.substring(start, end);
	}

}
