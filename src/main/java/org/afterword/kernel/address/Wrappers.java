package org.afterword.kernel.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds the original address in one that a mail gateway or a service for counting clicks
 * has wrapped. A wrapper may tell who received the mail, and stops working with the
 * service.
 */
final class Wrappers {

	/**
	 * A wrapper with the original address in a parameter.
	 *
	 * @param host the host, or its end if it begins with a dot
	 * @param path the beginning of the path
	 */
	private record Parameter(String host, String path, List<String> names) {

		Parameter(String host, String path, String... names) {
			this(host, path, List.of(names));
		}

		boolean fits(WrapperAddress address) {
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

	private Wrappers() {
	}

	/** Whether the host at this place is one of wrappers: a cheap test before reading. */
	static boolean mayBegin(String text, int host) {
		var end = AddressEnd.ofHost(text, host);
		if (end < 0) {
			return false;
		}
		var name = text.substring(host, end).toLowerCase(Locale.ROOT);
		var bare = WrapperAddress.withoutWww(name);
		return isGoogle(bare) || bare.startsWith("urldefense.") || bare.endsWith(".protection.sophos.com")
				|| bare.equals("secure-web.cisco.com") || bare.endsWith(".menlosecurity.com")
				|| PARAMETERS.stream().anyMatch((one) -> one.isOf(bare));
	}

	/** The original address; empty if this is no wrapper. */
	static Optional<String> unwrapped(String written) {
		var address = WrapperAddress.of(written);
		if (address == null) {
			return Optional.empty();
		}
		return Optional.ofNullable(inner(address)).filter(WebAddress::beginsAsOne);
	}

	private static @Nullable String inner(WrapperAddress address) {
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
			case "urldefense.com", "urldefense.us", "urldefense.proofpoint.com" -> Proofpoint.unwrapped(address);
			case "secure-web.cisco.com" -> decoded(address.path().substring(address.path().lastIndexOf('/') + 1));
			case "safe.menlosecurity.com", "isolate.menlosecurity.com" -> embedded(address.whole());
			default -> null;
		};
	}

	/** "google.com", "google.co.uk" */
	private static boolean isGoogle(String host) {
		return host.startsWith("google.") && host.chars().filter((sign) -> sign == '.').count() <= 2;
	}

	private static @Nullable String embedded(String whole) {
		var at = whole.indexOf("://", whole.indexOf("://") + 3);
		var scheme = (at >= 5 && whole.regionMatches(true, at - 5, "https", 0, 5)) ? at - 5 : at - 4;
		return (at > 0) ? whole.substring(scheme) : null;
	}

	static @Nullable String decoded(@Nullable String written) {
		if (written == null) {
			return null;
		}
		try {
			// A plus is a plus: only in forms it is a space.
			return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static @Nullable String fromBase64(@Nullable String written) {
		if (written == null) {
			return null;
		}
		try {
			var urlSafe = written.replace('+', '-').replace('/', '_').replaceAll("=", "");
			return new String(Base64.getUrlDecoder().decode(urlSafe), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
