package org.afterword.resource;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A web address brought to the form under which it is one resource: scheme and host in
 * lower case, without the standard port, the fragment, tracking parameters, a slash at
 * the end; http and https are one.
 *
 * @param value always with https, which is a key here and not where the link leads
 * @param host without "www."
 */
record CanonicalAddress(String value, String host) {

	private static final Pattern TRACKING = Pattern
		.compile("(utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|ref_src|yclid)=?.*");

	/** Empty where it is no address of a public web page. */
	static Optional<CanonicalAddress> of(String address) {
		try {
			var uri = new URI(address.strip().replace(" ", "%20"));
			var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
			if (!scheme.equals("http") && !scheme.equals("https")) {
				return Optional.empty();
			}
			return host(uri).map((host) -> of(uri, host));
		}
		catch (URISyntaxException ex) {
			return loose(address);
		}
	}

	private static CanonicalAddress of(URI uri, String host) {
		var bare = host.startsWith("www.") ? host.substring(4) : host;
		var port = (uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443) ? "" : ":" + uri.getPort();
		var path = (uri.getRawPath() != null) ? uri.getRawPath().replaceAll("/+$", "") : "";
		return new CanonicalAddress("https://" + bare + port + path + query(uri.getRawQuery()), bare);
	}

	private static Optional<String> host(URI uri) {
		if (uri.getHost() != null) {
			return Optional.of(uri.getHost().toLowerCase(Locale.ROOT));
		}
		var authority = uri.getRawAuthority();
		if (authority == null || authority.contains("@")) {
			return Optional.empty();
		}
		try {
			return Optional
				.of(IDN.toASCII(authority.replaceFirst(":[0-9]+$", ""), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String query(@org.jspecify.annotations.Nullable String query) {
		if (query == null) {
			return "";
		}
		var kept = Arrays.stream(query.split("&"))
			.filter((parameter) -> !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
			.collect(Collectors.joining("&"));
		return kept.isEmpty() ? "" : "?" + kept;
	}

	/**
	 * Addresses that browsers open though RFC 3986 would not: kept as they are, so that
	 * no link is lost.
	 */
	private static Optional<CanonicalAddress> loose(String address) {
		var matcher = Pattern.compile("(?i)https?://(?:www\\.)?([^/?#@\\s:]+)(.*)", Pattern.DOTALL)
			.matcher(address.strip());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		var host = matcher.group(1).toLowerCase(Locale.ROOT);
		var rest = matcher.group(2).replaceFirst("#.*$", "").replaceAll("/+$", "");
		return Optional.of(new CanonicalAddress("https://" + host + rest, host));
	}

}
