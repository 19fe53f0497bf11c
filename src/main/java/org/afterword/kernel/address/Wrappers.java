package org.afterword.kernel.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Takes an address out of the one that a mail gateway or a service for counting clicks
 * has put around it. Such a wrapper tells who received the mail, and stops to work when
 * its maker does.
 */
final class Wrappers {

	/**
	 * One that stands in a parameter.
	 *
	 * @param host the host, or how it ends where it begins with a dot
	 * @param path how the path begins
	 */
	private record Parameter(String host, String path, List<String> names) {

		Parameter(String host, String path, String... names) {
			this(host, path, List.of(names));
		}

		boolean fits(Address address) {
			return isOf(address.host()) && address.path().startsWith(this.path);
		}

		boolean isOf(String name) {
			return this.host.startsWith(".") ? ("." + name).endsWith(this.host) : name.equals(this.host);
		}

	}

	private static final List<Parameter> PARAMETERS = List.of(
			new Parameter(".safelinks.protection.outlook.com", "/", "url"),
			new Parameter(".safelinks.protection.outlook.us", "/", "url"),
			new Parameter(".safelinks.protection.office365.us", "/", "url"),
			new Parameter(".safelinks.protection.partner.outlook.cn", "/", "url"),
			new Parameter(".teams.cdn.office.net", "/evergreen-assets/safelinks/", "url"),
			new Parameter("l.facebook.com", "/", "u"), new Parameter("lm.facebook.com", "/", "u"),
			new Parameter("facebook.com", "/l.php", "u"), new Parameter("l.instagram.com", "/", "u"),
			new Parameter("l.messenger.com", "/", "u"), new Parameter("l.threads.com", "/", "u"),
			new Parameter("l.threads.net", "/", "u"), new Parameter("l.workplace.com", "/", "u"),
			new Parameter("l.wl.co", "/l", "u"), new Parameter("linkprotect.cudasvc.com", "/url", "a"),
			new Parameter("slack-redir.net", "/link", "url"), new Parameter("linkedin.com", "/redir/redirect", "url"),
			new Parameter("linkedin.com", "/safety/go", "url"), new Parameter("linkedin.com", "/redirect", "url"),
			new Parameter(".trendmicro.com", "/wis/clicktime/", "url"), new Parameter(".fireeye.com", "/", "u"),
			new Parameter("clicktime.symantec.com", "/", "u"), new Parameter("link.edgepilot.com", "/s/", "u"),
			new Parameter("youtube.com", "/redirect", "q"), new Parameter("out.reddit.com", "/", "url"),
			new Parameter("steamcommunity.com", "/linkfilter", "u", "url"), new Parameter("vk.com", "/away.php", "to"),
			new Parameter("duckduckgo.com", "/l/", "uddg"), new Parameter("t.umblr.com", "/redirect", "z"),
			new Parameter("disq.us", "/url", "url"), new Parameter("t.me", "/iv", "url"),
			new Parameter("medium.com", "/r/", "url"), new Parameter("link.zhihu.com", "/", "target"),
			new Parameter("link.csdn.net", "/", "target"), new Parameter("links.jianshu.com", "/go", "to"));

	private static final String RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private Wrappers() {
	}

	/** The parts of an address, as it was written. */
	private record Address(String whole, String host, String path, String query) {

		static @Nullable Address of(String whole) {
			var scheme = whole.indexOf("://");
			if (scheme < 0) {
				return null;
			}
			var begin = scheme + 3;
			var end = begin;
			while (end < whole.length() && "/?#".indexOf(whole.charAt(end)) < 0) {
				end++;
			}
			var host = whole.substring(begin, end).toLowerCase(Locale.ROOT);
			var fragment = whole.indexOf('#', end);
			var rest = whole.substring(end, (fragment >= 0) ? fragment : whole.length());
			var query = rest.indexOf('?');
			var path = (query >= 0) ? rest.substring(0, query) : rest;
			return new Address(whole, host.startsWith("www.") ? host.substring(4) : host, path.isEmpty() ? "/" : path,
					(query >= 0) ? rest.substring(query + 1) : "");
		}

		@Nullable String parameter(List<String> names) {
			for (var parameter : this.query.split("&")) {
				for (var name : names) {
					if (parameter.length() > name.length() && parameter.charAt(name.length()) == '='
							&& parameter.regionMatches(true, 0, name, 0, name.length())) {
						return parameter.substring(name.length() + 1);
					}
				}
			}
			return null;
		}

	}

	/** Whether the host that begins here makes wrappers; much cheaper than to read it. */
	static boolean mayBegin(String text, int host) {
		var end = AddressEnd.ofHost(text, host);
		if (end < 0) {
			return false;
		}
		var name = text.substring(host, end).toLowerCase(Locale.ROOT);
		var bare = name.startsWith("www.") ? name.substring(4) : name;
		return isGoogle(bare) || bare.startsWith("urldefense.") || bare.endsWith(".protection.sophos.com")
				|| bare.equals("secure-web.cisco.com") || bare.endsWith(".menlosecurity.com")
				|| PARAMETERS.stream().anyMatch((one) -> one.isOf(bare));
	}

	/** What the wrapper was put around; empty where it is none. */
	static Optional<String> unwrapped(String written) {
		var address = Address.of(written);
		if (address == null) {
			return Optional.empty();
		}
		return Optional.ofNullable(inner(address)).filter(WebAddress::beginsAsOne);
	}

	private static @Nullable String inner(Address address) {
		for (var one : PARAMETERS) {
			if (one.fits(address)) {
				return decoded(address.parameter(one.names()));
			}
		}
		if (isGoogle(address.host()) && address.path().equals("/url")) {
			return decoded(address.parameter(List.of("q", "url")));
		}
		if (address.host().endsWith(".protection.sophos.com")) {
			return fromBase64(decoded(address.parameter(List.of("u"))));
		}
		return switch (address.host()) {
			case "urldefense.com", "urldefense.us", "urldefense.proofpoint.com" -> proofpoint(address);
			case "secure-web.cisco.com" -> decoded(address.path().substring(address.path().lastIndexOf('/') + 1));
			case "safe.menlosecurity.com", "isolate.menlosecurity.com" -> embedded(address.whole());
			default -> null;
		};
	}

	/** "google.com", "google.co.uk" */
	private static boolean isGoogle(String host) {
		return host.startsWith("google.") && host.chars().filter((sign) -> sign == '.').count() <= 2;
	}

	private static @Nullable String proofpoint(Address address) {
		if (address.path().startsWith("/v1/url")) {
			return decoded(address.parameter(List.of("u")));
		}
		if (address.path().startsWith("/v2/url")) {
			var written = address.parameter(List.of("u"));
			return (written != null) ? decoded(written.replace('-', '%').replace('_', '/')) : null;
		}
		return address.path().startsWith("/v3/__") ? third(address.whole()) : null;
	}

	/**
	 * "https://urldefense.com/v3/__https://example.org/?a*b__;Kw!!…": what could not
	 * stand there is a star, and follows in Base64.
	 */
	private static @Nullable String third(String whole) {
		var begin = whole.indexOf("/v3/__") + "/v3/__".length();
		var end = whole.lastIndexOf("__;");
		if (end < begin) {
			return null;
		}
		var address = whole.substring(begin, end);
		var signs = whole.substring(end + 3);
		var signsEnd = signs.indexOf('!');
		var taken = fromBase64((signsEnd >= 0) ? signs.substring(0, signsEnd) : signs);
		if (taken == null) {
			return null;
		}
		var left = taken.codePoints().toArray();
		var at = 0;
		var result = new StringBuilder();
		for (var i = 0; i < address.length(); i++) {
			var many = 1;
			if (address.charAt(i) != '*') {
				result.append(address.charAt(i));
				continue;
			}
			if (i + 2 < address.length() && address.charAt(i + 1) == '*') {
				many = RUN_LENGTHS.indexOf(address.charAt(i + 2)) + 2;
				i += 2;
			}
			if (many < 1 || at + many > left.length) {
				return null;
			}
			for (; many > 0; many--) {
				result.appendCodePoint(left[at++]);
			}
		}
		var slash = result.indexOf(":/") + 2;
		return (slash >= 2 && slash < result.length() && result.charAt(slash) != '/')
				? result.insert(slash, '/').toString() : result.toString();
	}

	private static @Nullable String embedded(String whole) {
		var at = whole.indexOf("://", whole.indexOf("://") + 3);
		var scheme = (at >= 5 && whole.regionMatches(true, at - 5, "https", 0, 5)) ? at - 5 : at - 4;
		return (at > 0) ? whole.substring(scheme) : null;
	}

	private static @Nullable String decoded(@Nullable String written) {
		if (written == null) {
			return null;
		}
		try {
			// A plus is a plus: only forms mean a space by it.
			return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable String fromBase64(@Nullable String written) {
		if (written == null) {
			return null;
		}
		try {
			var plain = written.replace('+', '-').replace('/', '_').replaceAll("=", "");
			return new String(Base64.getUrlDecoder().decode(plain), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
