package org.afterword.kernel.address;

import java.util.List;
import java.util.PrimitiveIterator;

import org.jspecify.annotations.Nullable;

/** The wrappers of Proofpoint URL Defense, of which there are three versions. */
final class Proofpoint {

	private static final String V3 = "/v3/__";

	/** The character behind two stars says how many characters they replace. */
	private static final String RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private Proofpoint() {
	}

	/** The original address; null if it cannot be found. */
	static @Nullable String unwrapped(WrapperAddress address) {
		if (address.path().startsWith("/v1/url")) {
			return Wrappers.decoded(address.parameter(List.of("u")));
		}
		if (address.path().startsWith("/v2/url")) {
			var written = address.parameter(List.of("u"));
			return (written != null) ? Wrappers.decoded(written.replace('-', '%').replace('_', '/')) : null;
		}
		return address.path().startsWith(V3) ? third(address.whole()) : null;
	}

	/**
	 * "https://urldefense.com/v3/__https://example.org/?a*b__;Kw!!…": a star replaces
	 * each character that needs encoding, and these follow in Base64.
	 */
	private static @Nullable String third(String whole) {
		var start = whole.indexOf(V3) + V3.length();
		var end = whole.lastIndexOf("__;");
		if (end < start) {
			return null;
		}
		var encoded = whole.substring(end + "__;".length());
		var encodedEnd = encoded.indexOf('!');
		var characters = Wrappers.fromBase64((encodedEnd >= 0) ? encoded.substring(0, encodedEnd) : encoded);
		var address = (characters != null)
				? withoutStars(whole.substring(start, end), characters.codePoints().iterator()) : null;
		return (address != null) ? withTwoSlashes(address) : null;
	}

	private static @Nullable StringBuilder withoutStars(String address, PrimitiveIterator.OfInt characters) {
		var result = new StringBuilder();
		for (var at = 0; at < address.length(); at++) {
			if (address.charAt(at) != '*') {
				result.append(address.charAt(at));
				continue;
			}
			var count = 1;
			if (at + 2 < address.length() && address.charAt(at + 1) == '*') {
				count = RUN_LENGTHS.indexOf(address.charAt(at + 2)) + 2;
				at += 2;
			}
			for (var left = count; left > 0; left--) {
				if (!characters.hasNext()) {
					return null;
				}
				result.appendCodePoint(characters.nextInt());
			}
		}
		return result;
	}

	/** Some programs merge the slashes of "https://" inside the wrapper. */
	private static String withTwoSlashes(StringBuilder address) {
		var slash = address.indexOf(":/") + 2;
		return (slash >= 2 && slash < address.length() && address.charAt(slash) != '/')
				? address.insert(slash, '/').toString() : address.toString();
	}

}
