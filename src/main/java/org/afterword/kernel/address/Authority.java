package org.afterword.kernel.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.text.Normalizer;
import java.util.Locale;

import com.ibm.icu.text.IDNA;

/**
 * The host and the port of a web address.
 *
 * @param port empty if there is none
 */
record Authority(String host, String port) {

	private static final IDNA HOSTS = IDNA
		.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

	private static final int MOST_PORT_DIGITS = 5;

	/** The one of an address with a scheme. */
	static Authority of(String address) {
		var authority = address.substring(schemeLength(address), end(address));
		var colon = authority.lastIndexOf(':');
		return (colon > authority.lastIndexOf(']'))
				? new Authority(authority.substring(0, colon), authority.substring(colon + 1))
				: new Authority(authority, "");
	}

	/** The length of {@code https://} or {@code http://} before it; -1 for neither. */
	static int schemeLength(String address) {
		return address.regionMatches(true, 0, "https://", 0, 8) ? 8
				: address.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
	}

	/** The place of the path, query or fragment behind it; -1 without such a scheme. */
	static int end(String address) {
		var end = schemeLength(address);
		while (end >= 0 && end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	/** An address without the name and password of a user. */
	static String withoutUser(String address) {
		var end = end(address);
		var at = (end > 0) ? address.lastIndexOf('@', end - 1) : -1;
		var scheme = schemeLength(address);
		return (at >= scheme && at > 0) ? address.substring(0, scheme) + address.substring(at + 1) : address;
	}

	/** The host in the ASCII form of the domain name system. */
	String asciiHost() {
		var ascii = new StringBuilder();
		HOSTS.nameToASCII(this.host, ascii, new IDNA.Info());
		return ascii.toString();
	}

	/**
	 * Whether it may be a public host. A name is taken to be public; whether it leads
	 * into a private network is checked when it is fetched.
	 */
	boolean isPublic() {
		if (this.host.isEmpty() || !hasValidPort()) {
			return false;
		}
		var name = Normalizer.normalize(this.host, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return false;
		}
		return (name.startsWith("[") || Character.isDigit(name.charAt(0))) ? isPublicNumber(name) : isName(name);
	}

	private boolean hasValidPort() {
		return this.port.length() <= MOST_PORT_DIGITS
				&& this.port.chars().allMatch((character) -> character >= '0' && character <= '9');
	}

	private static boolean isName(String host) {
		return (Character.isLetterOrDigit(host.codePointAt(0)) || host.charAt(0) == '_')
				&& host.chars().noneMatch((character) -> "%:[]\\".indexOf(character) >= 0);
	}

	private static boolean isPublicNumber(String host) {
		try {
			// The POSIX forms too: browsers read 0x7f.1 and 2130706433 as 127.0.0.1.
			var address = host.startsWith("[") ? InetAddress.ofLiteral(host) : Inet4Address.ofPosixLiteral(host);
			return !isPrivate(address);
		}
		catch (IllegalArgumentException ex) {
			// "3d.example.org" is a name, not a number; "[::" is neither.
			return host.indexOf('[') < 0 && host.indexOf(':') < 0;
		}
	}

	private static boolean isPrivate(InetAddress address) {
		var first = address.getAddress()[0] & 0xFF;
		var uniqueLocal = address.getAddress().length == 16 && (first & 0xFE) == 0xFC;
		return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress() || uniqueLocal || first == 0;
	}

}
