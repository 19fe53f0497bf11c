package org.afterword.kernel.address;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an address that may be a wrapper.
 *
 * @param whole the address as it was written
 * @param host in lower case, without "www."
 */
record WrapperAddress(String whole, String host, String path, String query) {

	/** Returns null for an address without a scheme. */
	static @Nullable WrapperAddress of(String whole) {
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
		return new WrapperAddress(whole, withoutWww(host), path.isEmpty() ? "/" : path,
				(query >= 0) ? rest.substring(query + 1) : "");
	}

	static String withoutWww(String host) {
		return host.startsWith("www.") ? host.substring(4) : host;
	}

	/** The value of the first parameter with one of these names; null for none. */
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
