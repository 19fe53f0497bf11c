package org.afterword.kernel.address;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a public web page. The one definition of what an address is, for posts,
 * questions, forms, imported lists and mail.
 *
 * @param value as it was written, but without the name and password of a user, and
 * without the wrapper of a mail gateway
 */
public record WebAddress(String value) {

	/** In characters; a longer one stays text. */
	public static final int LONGEST = 2_000;

	/** Wrappers around each other that are removed. */
	private static final int MOST_WRAPPERS = 3;

	/** The place of an address in a text; its end is the place behind it. */
	public record Span(int start, int end) {
	}

	/**
	 * Reads an address with its scheme.
	 * @return empty if it is not the address of a public web page
	 */
	public static Optional<WebAddress> of(String written) {
		return of(written, MOST_WRAPPERS);
	}

	private static Optional<WebAddress> of(String written, int wrappers) {
		var address = Authority.withoutUser(encoded(withoutLabel(written.strip())));
		if (Authority.end(address) < 0 || !Authority.of(address).isPublic()) {
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
	 * Reads an address from a field of a form: with or without its scheme, in angle
	 * brackets, or a DOI.
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
	 * Removes passwords and the wrappers of mail gateways from the addresses in a text,
	 * and changes nothing else, so that the text can be stored.
	 */
	public static String cleaned(String text) {
		return AddressCleaning.of(text);
	}

	/** Whether {@link #cleaned} would remove something. */
	public static boolean tellsOfPeople(String text) {
		return !cleaned(text).equals(text);
	}

	/** The places of addresses with a scheme in a text, of private ones too. */
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

	/** The start of "http" or "https" before a colon; -1 for neither. */
	static int schemeStart(String text, int colon) {
		for (var scheme : List.of("https", "http")) {
			if (colon >= scheme.length()
					&& text.regionMatches(true, colon - scheme.length(), scheme, 0, scheme.length())) {
				return colon - scheme.length();
			}
		}
		return -1;
	}

	/** Whether it begins with a scheme of the web. */
	static boolean beginsAsOne(String written) {
		return Authority.schemeLength(written) > 0;
	}

	/** The key by which two addresses are the same resource; only for comparing. */
	public String key() {
		return AddressKey.of(this.value);
	}

	/** The host for people to read, in lower case and without "www." */
	public String host() {
		return withoutWww(Authority.of(this.value).host().toLowerCase(Locale.ROOT));
	}

	/**
	 * An address with its host in the ASCII form of the domain name system, for programs
	 * that read no other; the same if it has no scheme of the web.
	 */
	public static String withAsciiHost(String written) {
		if (!beginsAsOne(written)) {
			return written;
		}
		var authority = Authority.of(written);
		var host = authority.host();
		var start = Authority.schemeLength(written);
		return host.chars().allMatch((character) -> character < 0x80) ? written
				: written.substring(0, start) + authority.asciiHost() + written.substring(start + host.length());
	}

	static String withoutWww(String host) {
		return (host.startsWith("www.") && host.indexOf('.', 4) > 0) ? host.substring(4) : host;
	}

	/** Without the label of "URL:https://…", which old style guides asked for. */
	public static String withoutLabel(String written) {
		return written.regionMatches(true, 0, "URL:", 0, 4) ? written.substring(4).strip() : written;
	}

	/**
	 * Percent-encodes the characters that no address may contain, so that none is lost or
	 * hidden.
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
