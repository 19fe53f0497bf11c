package org.afterword.kernel.address;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The key by which two web addresses are the same resource. Only for comparing: http and
 * https, "www.", the standard port, a slash at the end, parameters for tracking and
 * places in a document make no difference.
 */
final class AddressKey {

	/** Parameters that say who clicked and where, not what is shown. */
	private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid",
			"mc_cid", "mc_eid", "igshid", "igsh", "_hsenc", "_hsmi", "ref_src", "yclid", "twclid", "ttclid",
			"li_fat_id", "mkt_tok", "vero_id", "_openstat");

	/** Parameters of a fragment that lead to a place in the same document. */
	private static final Set<String> PLACES = Set.of("page", "p", "t", "time", "start", "zoom", "view", "nameddest",
			"search", "xywh", "slide", "line", "l");

	private AddressKey() {
	}

	static String of(String address) {
		var authority = Authority.of(address);
		var rest = address.substring(Authority.end(address));
		var hash = rest.indexOf('#');
		var fragment = (hash >= 0) ? rest.substring(hash + 1) : "";
		var beforeFragment = (hash >= 0) ? rest.substring(0, hash) : rest;
		var question = beforeFragment.indexOf('?');
		var path = (question >= 0) ? beforeFragment.substring(0, question) : beforeFragment;
		var query = (question >= 0) ? beforeFragment.substring(question + 1) : "";
		return "https://" + host(authority) + port(authority) + withoutSlashes(normalized(path))
				+ withoutTracking(query) + (namesResource(fragment) ? "#" + normalized(fragment) : "");
	}

	private static String host(Authority authority) {
		var host = authority.asciiHost().toLowerCase(Locale.ROOT);
		return WebAddress.withoutWww(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
	}

	private static String port(Authority authority) {
		return switch (authority.port()) {
			case "", "80", "443" -> "";
			default -> ":" + authority.port();
		};
	}

	private static String withoutSlashes(String path) {
		var end = path.length();
		while (end > 0 && path.charAt(end - 1) == '/') {
			end--;
		}
		return path.substring(0, end);
	}

	private static String withoutTracking(String query) {
		var kept = new StringBuilder();
		for (var parameter : query.split("&")) {
			var name = parameter.contains("=") ? parameter.substring(0, parameter.indexOf('=')) : parameter;
			var lower = name.toLowerCase(Locale.ROOT);
			if (!parameter.isEmpty() && !lower.startsWith("utm_") && !TRACKING.contains(lower)) {
				kept.append(kept.isEmpty() ? '?' : '&').append(normalized(parameter));
			}
		}
		return kept.toString();
	}

	/**
	 * Whether a fragment says what is shown ("#!/doc/7", "#gid=3"), and not where in the
	 * document ("#section", "#page=5").
	 */
	private static boolean namesResource(String fragment) {
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

	/** "%7Euser" and "~user", "%D0%B2" and "в" are the same. */
	private static String normalized(String part) {
		var result = new StringBuilder();
		var bytes = Normalizer.normalize(part, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
		for (var at = 0; at < bytes.length; at++) {
			var decoded = decoded(bytes, at);
			if (decoded < 0) {
				append(bytes[at] & 0xFF, false, result);
			}
			else {
				append(decoded, isReserved(decoded), result);
				at += 2;
			}
		}
		return result.toString();
	}

	/** The byte that is percent-encoded at this place; -1 if none is. */
	private static int decoded(byte[] bytes, int at) {
		if (bytes[at] != '%' || at + 2 >= bytes.length) {
			return -1;
		}
		var high = Character.digit(bytes[at + 1], 16);
		var low = Character.digit(bytes[at + 2], 16);
		return (high >= 0 && low >= 0) ? high * 16 + low : -1;
	}

	/** Whether a character means something else when it is not encoded. */
	private static boolean isReserved(int octet) {
		return octet <= 0x7F && !Character.isLetterOrDigit(octet) && "-._~!'()*,:@".indexOf(octet) < 0;
	}

	private static void append(int octet, boolean encoded, StringBuilder result) {
		if (!encoded && octet > ' ' && octet < 0x7F && "\"<>\\^`{|}".indexOf(octet) < 0) {
			result.append((char) octet);
		}
		else {
			result.append(String.format(Locale.ROOT, "%%%02X", octet));
		}
	}

}
