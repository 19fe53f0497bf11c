package org.afterword.kernel.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.IDNA;

/**
 * The address of a public web page, as somebody wrote it. Everything that reads addresses
 * asks this class what one is: posts, questions, fields of forms, lists that are
 * imported, mail.
 *
 * @param value what is shown and followed: as it was written, but without a user's name
 * and password, and without the wrapper of a mail gateway
 */
public record WebAddress(String value) {

	/** Longer ones stay text. */
	public static final int LONGEST = 2_000;

	/** A wrapper in a wrapper in a wrapper. */
	private static final int MOST_WRAPPERS = 3;

	private static final IDNA HOSTS = IDNA
		.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

	/** Says who clicked and where, not what is shown. */
	private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid",
			"mc_cid", "mc_eid", "igshid", "igsh", "_hsenc", "_hsmi", "ref_src", "yclid", "twclid", "ttclid",
			"li_fat_id", "mkt_tok", "vero_id", "_openstat");

	/** Parameters of a fragment that lead to a place in the same document. */
	private static final Set<String> PLACES = Set.of("page", "p", "t", "time", "start", "zoom", "view", "nameddest",
			"search", "xywh", "slide", "line", "l");

	/** An address in a text, from one of its characters to another. */
	public record Span(int start, int end) {
	}

	/**
	 * The address that these characters are, all of them, with its scheme; empty where
	 * they are none of a public web page.
	 */
	public static Optional<WebAddress> of(String written) {
		return of(written, MOST_WRAPPERS);
	}

	private static Optional<WebAddress> of(String written, int wrappers) {
		var address = withoutUser(encoded(withoutLabel(written.strip())));
		var end = authorityEnd(address);
		if (end < 0 || !isPublicHost(address.substring(schemeLength(address), end))) {
			return Optional.empty();
		}
		if (wrappers > 0) {
			var inner = Wrappers.unwrapped(address).flatMap((one) -> of(one, wrappers - 1));
			if (inner.isPresent()) {
				return inner;
			}
		}
		return (address.length() <= LONGEST) ? Optional.of(new WebAddress(address)) : Optional.empty();
	}

	/**
	 * The address that somebody has typed where one is asked for: with or without its
	 * scheme, in angle brackets, or a DOI.
	 */
	public static Optional<WebAddress> typed(String typed) {
		var written = new Unescaped(typed.strip()).text;
		if (written.startsWith("<") && written.endsWith(">")) {
			written = written.substring(1, written.length() - 1).strip();
		}
		written = withoutLabel(written);
		while (!written.isEmpty() && ".,;:!".indexOf(written.charAt(written.length() - 1)) >= 0) {
			written = written.substring(0, written.length() - 1);
		}
		if (written.isEmpty() || written.codePoints().anyMatch((one) -> Character.isWhitespace(one) || one == '"')) {
			return doi(written);
		}
		if (beginsAsOne(written)) {
			return of(written);
		}
		var doi = doi(written);
		return doi.isPresent() ? doi : BareHosts.typed(written).flatMap(WebAddress::of);
	}

	private static Optional<WebAddress> doi(String written) {
		var number = written.regionMatches(true, 0, "doi:", 0, 4) ? written.substring(4).strip() : written;
		return (BareAddresses.isDoi(number) && number.chars().noneMatch(Character::isWhitespace))
				? of("https://doi.org/" + number) : Optional.empty();
	}

	/**
	 * A text as it may be kept: no address in it holds a password or the wrapper of a
	 * mail gateway. Everything else stays, character by character.
	 */
	public static String cleaned(String text) {
		return AddressCleaning.of(text);
	}

	/** Whether {@link #cleaned} takes something out of it. */
	public static boolean tellsOfPeople(String text) {
		return !cleaned(text).equals(text);
	}

	/** The addresses that stand in a text, with their scheme, private ones too. */
	public static List<Span> in(String text) {
		var found = new ArrayList<Span>();
		for (var at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
			var start = schemeStart(text, at);
			if (start >= 0 && (found.isEmpty() || start >= found.getLast().end())) {
				var end = AddressEnd.of(text, at + 3, (start > 0) ? text.charAt(start - 1) : 0);
				if (end > 0) {
					found.add(new Span(start, end));
				}
			}
		}
		return List.copyOf(found);
	}

	/** Where "http" or "https" begins before these two slashes; -1 where neither does. */
	static int schemeStart(String text, int colon) {
		for (var scheme : List.of("https", "http")) {
			if (colon >= scheme.length()
					&& text.regionMatches(true, colon - scheme.length(), scheme, 0, scheme.length())) {
				return colon - scheme.length();
			}
		}
		return -1;
	}

	/** Whether it has the scheme of the web. */
	static boolean beginsAsOne(String written) {
		return schemeLength(written) > 0;
	}

	/**
	 * The form under which two addresses are one resource. It only compares: http and
	 * https, "www.", the standard port, a slash at the end, parameters that count clicks
	 * and places in a document make no difference.
	 */
	public String key() {
		var end = authorityEnd(this.value);
		var rest = this.value.substring(end);
		var hash = rest.indexOf('#');
		var fragment = (hash >= 0) ? rest.substring(hash + 1) : "";
		var beforeFragment = (hash >= 0) ? rest.substring(0, hash) : rest;
		var question = beforeFragment.indexOf('?');
		var path = (question >= 0) ? beforeFragment.substring(0, question) : beforeFragment;
		var query = (question >= 0) ? beforeFragment.substring(question + 1) : "";
		return "https://" + asciiHost() + port() + withoutSlashes(compared(path)) + kept(query)
				+ (namesAThing(fragment) ? "#" + compared(fragment) : "");
	}

	/** Its host for people to read, without "www." */
	public String host() {
		var name = hostAndPort(this.value).host();
		var lower = name.toLowerCase(Locale.ROOT);
		return withoutWww(lower);
	}

	/**
	 * The same address with its host in the letters that the domain name system knows,
	 * for programs that read no others.
	 */
	public static String withAsciiHost(String written) {
		if (!beginsAsOne(written)) {
			return written;
		}
		var host = hostAndPort(written).host();
		var start = schemeLength(written);
		return host.chars().allMatch((sign) -> sign < 0x80) ? written
				: written.substring(0, start) + ascii(host) + written.substring(start + host.length());
	}

	private static String ascii(String host) {
		var ascii = new StringBuilder();
		HOSTS.nameToASCII(host, ascii, new IDNA.Info());
		return ascii.toString();
	}

	private String asciiHost() {
		var name = ascii(hostAndPort(this.value).host()).toLowerCase(Locale.ROOT);
		return withoutWww(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
	}

	private String port() {
		var port = hostAndPort(this.value).port();
		return (port.isEmpty() || port.equals("80") || port.equals("443")) ? "" : ":" + port;
	}

	private static String withoutWww(String host) {
		return (host.startsWith("www.") && host.indexOf('.', 4) > 0) ? host.substring(4) : host;
	}

	private static String withoutSlashes(String path) {
		var end = path.length();
		while (end > 0 && path.charAt(end - 1) == '/') {
			end--;
		}
		return path.substring(0, end);
	}

	private static String kept(String query) {
		var kept = new StringBuilder();
		for (var parameter : query.split("&")) {
			var name = parameter.contains("=") ? parameter.substring(0, parameter.indexOf('=')) : parameter;
			var lower = name.toLowerCase(Locale.ROOT);
			if (!parameter.isEmpty() && !lower.startsWith("utm_") && !TRACKING.contains(lower)) {
				kept.append(kept.isEmpty() ? '?' : '&').append(compared(parameter));
			}
		}
		return kept.toString();
	}

	/**
	 * Whether a fragment says which thing is shown ("#!/doc/7", "#gid=3"), not where in
	 * the document to begin ("#section", "#page=5").
	 */
	private static boolean namesAThing(String fragment) {
		if (fragment.startsWith(":~:") || fragment.contains(":~:text=")) {
			return false;
		}
		for (var parameter : fragment.split("&")) {
			var equals = parameter.indexOf('=');
			var place = equals > 0 && PLACES.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT));
			if (!place && (equals >= 0 || parameter.indexOf('!') >= 0 || parameter.indexOf('/') >= 0
					|| parameter.indexOf('?') >= 0)) {
				return true;
			}
		}
		return false;
	}

	/** "%7Euser" and "~user", "%D0%B2" and "в" are one. */
	private static String compared(String part) {
		var result = new StringBuilder();
		for (var octet : octets(Normalizer.normalize(part, Normalizer.Form.NFC))) {
			if (octet >= 0x100) {
				// Encoded, and means something by itself.
				result.append(String.format(Locale.ROOT, "%%%02X", octet - 0x100));
			}
			else if (octet > ' ' && octet < 0x7F && "\"<>\\^`{|}".indexOf(octet) < 0) {
				result.append((char) octet.intValue());
			}
			else {
				result.append(String.format(Locale.ROOT, "%%%02X", octet));
			}
		}
		return result.toString();
	}

	private static List<Integer> octets(String part) {
		var octets = new ArrayList<Integer>();
		var bytes = part.getBytes(StandardCharsets.UTF_8);
		for (var i = 0; i < bytes.length; i++) {
			var high = (bytes[i] == '%' && i + 2 < bytes.length) ? Character.digit(bytes[i + 1], 16) : -1;
			var low = (high >= 0) ? Character.digit(bytes[i + 2], 16) : -1;
			if (low < 0) {
				octets.add(bytes[i] & 0xFF);
				continue;
			}
			var one = high * 16 + low;
			var plain = one > 0x7F || Character.isLetterOrDigit(one) || "-._~!'()*,:@".indexOf(one) >= 0;
			octets.add(plain ? one : 0x100 + one);
			i += 2;
		}
		return octets;
	}

	/** "URL:https://…", as in the old books on style. */
	public static String withoutLabel(String written) {
		return written.regionMatches(true, 0, "URL:", 0, 4) ? written.substring(4).strip() : written;
	}

	private static int schemeLength(String address) {
		return address.regionMatches(true, 0, "https://", 0, 8) ? 8
				: address.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
	}

	/** Where path, query or fragment begin; -1 without the scheme of the web. */
	private static int authorityEnd(String address) {
		var end = schemeLength(address);
		while (end >= 0 && end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private static String withoutUser(String address) {
		var end = authorityEnd(address);
		var at = (end > 0) ? address.lastIndexOf('@', end - 1) : -1;
		return (at >= schemeLength(address) && at > 0)
				? address.substring(0, schemeLength(address)) + address.substring(at + 1) : address;
	}

	private record HostAndPort(String host, String port) {
	}

	private static HostAndPort hostAndPort(String address) {
		var authority = address.substring(schemeLength(address), authorityEnd(address));
		var colon = authority.lastIndexOf(':');
		return (colon > authority.lastIndexOf(']'))
				? new HostAndPort(authority.substring(0, colon), authority.substring(colon + 1))
				: new HostAndPort(authority, "");
	}

	/**
	 * A name is taken to be public; whether it leads into a private network is seen when
	 * it is fetched.
	 */
	private static boolean isPublicHost(String authority) {
		var parts = hostAndPort("https://" + authority);
		var host = parts.host();
		if (host.isEmpty() || parts.port().length() > 5
				|| !parts.port().chars().allMatch((sign) -> sign >= '0' && sign <= '9')) {
			return false;
		}
		var name = Normalizer.normalize(host, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return false;
		}
		if (!name.startsWith("[") && !Character.isDigit(name.charAt(0))) {
			return (Character.isLetterOrDigit(name.codePointAt(0)) || name.charAt(0) == '_')
					&& name.chars().noneMatch((sign) -> "%:[]\\".indexOf(sign) >= 0);
		}
		try {
			// The POSIX forms too: browsers read 0x7f.1 and 2130706433 as 127.0.0.1.
			var literal = name.startsWith("[") ? InetAddress.ofLiteral(name) : Inet4Address.ofPosixLiteral(name);
			var first = literal.getAddress()[0] & 0xFF;
			var uniqueLocal = literal.getAddress().length == 16 && (first & 0xFE) == 0xFC;
			return !(literal.isLoopbackAddress() || literal.isAnyLocalAddress() || literal.isLinkLocalAddress()
					|| literal.isSiteLocalAddress() || literal.isMulticastAddress() || uniqueLocal || first == 0);
		}
		catch (IllegalArgumentException ex) {
			// "3d.example.org" is a name, not a number; "[::" is neither.
			return name.indexOf('[') < 0 && name.indexOf(':') < 0;
		}
	}

	/**
	 * Characters that no address may hold are percent-encoded, so that nothing of it is
	 * lost or hidden.
	 */
	static String encoded(String address) {
		if (address.chars().noneMatch(WebAddress::mustBeEncoded)) {
			return address;
		}
		var result = new StringBuilder(address.length() + 16);
		address.codePoints().forEach((character) -> {
			if (mustBeEncoded(character)) {
				for (var octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
					result.append('%').append(String.format(Locale.ROOT, "%02X", octet));
				}
			}
			else {
				result.appendCodePoint(character);
			}
		});
		return result.toString();
	}

	private static boolean mustBeEncoded(int character) {
		return character <= ' ' || "<>\"\\`^{}".indexOf(character) >= 0 || Character.isISOControl(character)
				|| Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.getType(character) == Character.FORMAT;
	}

}
