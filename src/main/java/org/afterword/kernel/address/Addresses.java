package org.afterword.kernel.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which addresses may be linked: web, e-mail, and pages of this forum. */
public final class Addresses {

	private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*+");

	private Addresses() {
	}

	/** The address as it is put into a link; empty if it must stay text. */
	public static Optional<String> linkable(String written) {
		var web = WebAddress.of(written).map(WebAddress::value);
		if (web.isPresent()) {
			return web;
		}
		var address = WebAddress.encoded(written.strip());
		var ours = address.length() <= WebAddress.LONGEST && (isMail(address) || OURS.matcher(address).matches());
		return ours ? Optional.of(address) : Optional.empty();
	}

	/** Whether it begins with a scheme of the web. */
	public static boolean isWeb(String address) {
		return WebAddress.beginsAsOne(address);
	}

	private static boolean isMail(String address) {
		var at = address.indexOf('@', "mailto:".length() + 1);
		return address.regionMatches(true, 0, "mailto:", 0, "mailto:".length()) && at > 0 && at < address.length() - 1
				&& address.chars().noneMatch((sign) -> sign <= ' ' || "?&<>\"".indexOf(sign) >= 0);
	}

}
