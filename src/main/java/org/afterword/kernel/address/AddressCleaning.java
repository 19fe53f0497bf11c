package org.afterword.kernel.address;

import java.util.Locale;

/**
 * Removes personal data from the addresses in a text: passwords, and the wrappers of mail
 * gateways, which tell the recipient. Works on the text as it was typed, also inside
 * code, so that nothing stored contains them.
 */
final class AddressCleaning {

	/** In characters: mail programs break long wrappers over many lines. */
	private static final int LONGEST_IN_BRACKETS = 4_096;

	private static final int LONGEST_HOST = 253;

	private final String text;

	private final StringBuilder result = new StringBuilder();

	/** What is before this place is in the result. */
	private int done;

	/** The end of a wrapper without an address, which is not read again. */
	private int looked;

	private AddressCleaning(String text) {
		this.text = text;
	}

	static String of(String text) {
		return (text.indexOf('/') < 0) ? text : new AddressCleaning(text).cleaned();
	}

	private String cleaned() {
		for (var at = this.text.indexOf('/'); at >= 0; at = this.text.indexOf('/', at + 1)) {
			if (at < this.done) {
				continue;
			}
			if (at > 0 && this.text.startsWith("://", at - 1)) {
				var start = WebAddress.schemeStart(this.text, at - 1);
				if (start < Math.max(this.done, this.looked) || !unwrap(start, at + 2, "")) {
					withoutUser(at - 1, start >= 0);
				}
				at++;
			}
			else {
				withoutScheme(at);
			}
		}
		return this.result.append(this.text, this.done, this.text.length()).toString();
	}

	/** Unwraps "urldefense.com/v3/__https://…", as some programs show it. */
	private void withoutScheme(int slash) {
		var from = Math.max(Math.max(this.done, this.looked), slash - LONGEST_HOST);
		var start = slash;
		var dots = 0;
		while (start > from && isOfHost(this.text.charAt(start - 1))) {
			dots += (this.text.charAt(--start) == '.') ? 1 : 0;
		}
		if (dots > 0 && (start == 0 || "/@:.%=".indexOf(this.text.charAt(start - 1)) < 0)) {
			unwrap(start, start, "https://");
		}
	}

	private static boolean isOfHost(char sign) {
		return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')
				|| sign == '.' || sign == '-';
	}

	private void replace(int start, int end, String by) {
		this.result.append(this.text, this.done, start).append(by);
		this.done = end;
	}

	/** A name without a password is private on the web only: "ssh://git@…" is not. */
	private void withoutUser(int colon, boolean web) {
		var user = AddressEnd.behindUser(this.text, colon + 3);
		var named = colon > 0 && Character.isLetterOrDigit(this.text.charAt(colon - 1));
		if (user > colon + 3 && named && (web || this.text.substring(colon + 3, user).indexOf(':') >= 0)) {
			replace(colon + 3, user, "");
		}
	}

	private boolean unwrap(int start, int host, String scheme) {
		if (!Wrappers.mayBegin(this.text, host)) {
			return false;
		}
		var before = (start > 0) ? this.text.charAt(start - 1) : 0;
		var bracketed = (before == '<') ? closing(start) : -1;
		var source = this.text.substring(start,
				(bracketed > 0) ? bracketed : Math.min(this.text.length(), start + AddressEnd.LONGEST));
		if (bracketed > 0) {
			return replaced(start, bracketed, scheme + withoutBreaks(source));
		}
		var line = source.indexOf('\n');
		var word = new Unescaped((line >= 0) ? source.substring(0, line) : source);
		var end = AddressEnd.of(word.text, host - start, before);
		return end > 0 && replaced(start, start + word.lengthInSource(end), scheme + word.text.substring(0, end));
	}

	private boolean replaced(int start, int end, String wrapper) {
		this.looked = end;
		var inner = WebAddress.of(new Unescaped(wrapper).text);
		if (inner.isEmpty() || inner.get().value().equals(wrapper)) {
			return false;
		}
		replace(start, withRest(end), escaped(inner.get().value()));
		return true;
	}

	/** The place of the bracket that closes, perhaps some lines below; -1 for none. */
	private int closing(int start) {
		for (var at = start; at < this.text.length() && at < start + LONGEST_IN_BRACKETS; at++) {
			switch (this.text.charAt(at)) {
				case '>' -> {
					if (at == start || !isLineStart(at)) {
						return at;
					}
				}
				case '<', '\t' -> {
					return -1;
				}
				case ' ' -> {
					if (!isLineStart(at)) {
						return -1;
					}
				}
				default -> {
				}
			}
		}
		return -1;
	}

	/** Whether only quote marks are before the place in its line. */
	private boolean isLineStart(int at) {
		var before = at - 1;
		while (before >= 0 && (this.text.charAt(before) == ' ' || this.text.charAt(before) == '>')) {
			before--;
		}
		return before >= 0 && this.text.charAt(before) == '\n';
	}

	private static String withoutBreaks(String source) {
		var whole = new StringBuilder();
		var atStart = false;
		for (var i = 0; i < source.length(); i++) {
			var character = source.charAt(i);
			atStart = (atStart && (character == ' ' || character == '>')) || character == '\n';
			if (!atStart && character != '\r') {
				whole.append(character);
			}
		}
		return whole.toString();
	}

	/**
	 * The end of the lines below that a mail program broke off the wrapper: each is one
	 * long word of parameters.
	 */
	private int withRest(int end) {
		var kept = end;
		var lineEnd = end;
		while (lineEnd < this.text.length()
				&& (this.text.charAt(lineEnd) == '\n' || this.text.charAt(lineEnd) == '\r')) {
			var start = this.text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
			var next = start;
			while (next < this.text.length() && !Character.isWhitespace(this.text.charAt(next))) {
				next++;
			}
			var word = this.text.substring(start, Math.min(next, start + AddressEnd.LONGEST)).toLowerCase(Locale.ROOT);
			var rest = word.contains("%7c") || word.contains("&sdata=") || word.contains("&reserved=")
					|| word.contains("&amp;reserved=");
			if (!rest || word.contains("://")
					|| (next < this.text.length() && " \t".indexOf(this.text.charAt(next)) >= 0)) {
				break;
			}
			kept = next;
			lineEnd = next;
		}
		return kept;
	}

	/** Escapes an address for parentheses, tables and text. */
	private static String escaped(String address) {
		var open = address.chars().filter((sign) -> sign == '(').count();
		var closed = address.chars().filter((sign) -> sign == ')').count();
		var plain = address.replace("|", "%7C");
		return (open == closed) ? plain : plain.replace("(", "%28").replace(")", "%29");
	}

}
