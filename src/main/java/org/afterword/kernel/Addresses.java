package org.afterword.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which addresses may be linked: the web, mail, and pages of our own. */
final class Addresses {

	/** Longer ones stay text. */
	static final int LONGEST = 2_000;

	private static final Pattern WEB = Pattern.compile("(?i)https?://([^/?#]+)(.*)", Pattern.DOTALL);

	private static final Pattern MAIL = Pattern.compile("(?i)mailto:[^\\s?&<>\"]+@[^\\s?&<>\"]+");

	private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*");

	private static final Pattern HOST = Pattern.compile("(?:[^@]*@)*(\\[[0-9a-fA-F:.]+]|[^:@\\[\\]]+)(?::[0-9]{0,5})?");

	private Addresses() {
	}

	/** The address to put into a link, or nothing when it must stay text. */
	static Optional<String> linkable(String written) {
		var address = encoded(written.strip());
		if (address.length() > LONGEST) {
			return Optional.empty();
		}
		if (MAIL.matcher(address).matches() || OURS.matcher(address).matches()) {
			return Optional.of(address);
		}
		var web = WEB.matcher(address);
		if (!web.matches()) {
			return Optional.empty();
		}
		var host = HOST.matcher(web.group(1));
		return (host.matches() && isPublic(host.group(1))) ? Optional.of(address) : Optional.empty();
	}

	static boolean isWeb(String address) {
		return WEB.matcher(address).matches();
	}

	/**
	 * A name is taken to be public; whether it leads into a private network is seen when
	 * it is fetched.
	 */
	private static boolean isPublic(String host) {
		var name = Normalizer.normalize(host, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return false;
		}
		if (!name.startsWith("[") && !Character.isDigit(name.charAt(0))) {
			return Character.isLetterOrDigit(name.codePointAt(0)) && name.indexOf('%') < 0;
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
			return name.indexOf('[') < 0;
		}
	}

	/**
	 * Characters that no address may hold are percent-encoded, so that nothing of it is
	 * lost or hidden.
	 */
	private static String encoded(String address) {
		if (address.chars().noneMatch(Addresses::mustBeEncoded)) {
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
		return character <= ' ' || "<>\"\\`^{}|".indexOf(character) >= 0 || Character.isISOControl(character)
				|| Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.getType(character) == Character.FORMAT;
	}

}
