package org.afterword.kernel.address;

import java.util.ArrayList;
import java.util.List;

/** Finds the e-mail addresses in a text. Takes linear time for any text. */
public final class MailAddresses {

	/** Replaces an address that was removed. */
	public static final String REMOVED = "[…]";

	private static final int LONGEST_LOCAL = 64;

	private static final int LONGEST_DOMAIN = 250;

	private static final String NOT_IN_AN_ADDRESS = "@＠<>()[]{},;:\"“”«»|\\/=?&#、。，；：（）";

	private static final String MAILTO = "mailto:";

	private MailAddresses() {
	}

	/** The addresses, in the order of the text. */
	public static List<Found> in(String text) {
		var found = new ArrayList<Found>();
		var from = 0;
		for (var at = sign(text, 0); at >= 0; at = sign(text, at + 1)) {
			var start = localStart(text, at, from);
			var end = domainEnd(text, at);
			if (start < at && end > at) {
				var mailto = start - MAILTO.length();
				var whole = (mailto >= from && text.regionMatches(true, mailto, MAILTO, 0, MAILTO.length())) ? mailto
						: start;
				found.add(new Found(whole, end, text.substring(start, at) + "@" + text.substring(at + 1, end)));
				from = end;
			}
		}
		return found;
	}

	/** Whether there is any in the text. */
	public static boolean anyIn(String text) {
		return !in(text).isEmpty();
	}

	/**
	 * The text with {@link #REMOVED} in place of each address. One inside a web address
	 * stays, since the link would not work without it.
	 */
	public static String removed(String text) {
		var left = new StringBuilder();
		var from = 0;
		for (var one : in(text)) {
			if (!one.isInLink(text)) {
				left.append(text, from, one.start()).append(REMOVED);
				from = one.end();
			}
		}
		return (from == 0) ? text : left.append(text, from, text.length()).toString();
	}

	private static int sign(String text, int from) {
		for (var at = from; at < text.length(); at++) {
			if (text.charAt(at) == '@' || text.charAt(at) == '＠') {
				return at;
			}
		}
		return -1;
	}

	private static int localStart(String text, int at, int from) {
		var start = at;
		while (start > from && at - start < LONGEST_LOCAL && isPart(text.charAt(start - 1))) {
			start--;
		}
		while (start < at && ".'’*_".indexOf(text.charAt(start)) >= 0) {
			start++;
		}
		return start;
	}

	/** The end of the domain; the place of the @ if none follows. */
	private static int domainEnd(String text, int at) {
		var end = at + 1;
		var dot = -1;
		while (end < text.length() && end - at < LONGEST_DOMAIN && isOfDomain(text.charAt(end))) {
			dot = (isDot(text.charAt(end)) && end > at + 1) ? end : dot;
			end++;
		}
		while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1)) && !isMark(text.charAt(end - 1))) {
			end--;
		}
		if (dot >= end - 1) {
			dot = lastDot(text, at + 2, end - 1);
		}
		return (dot > at + 1 && end - dot > 2) ? end : at;
	}

	private static int lastDot(String text, int first, int before) {
		for (var at = before - 1; at >= first; at--) {
			if (isDot(text.charAt(at))) {
				return at;
			}
		}
		return -1;
	}

	private static boolean isPart(char sign) {
		return !Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && !Character.isISOControl(sign)
				&& NOT_IN_AN_ADDRESS.indexOf(sign) < 0;
	}

	private static boolean isOfDomain(char sign) {
		return Character.isLetterOrDigit(sign) || isMark(sign) || sign == '-' || isDot(sign)
				|| Character.isSurrogate(sign);
	}

	private static boolean isDot(char sign) {
		return sign == '.' || sign == '．';
	}

	private static boolean isMark(char sign) {
		var type = Character.getType(sign);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	/**
	 * One address.
	 *
	 * @param start its place, with the {@code mailto:} before it
	 * @param end the place behind it
	 * @param address without {@code mailto:}
	 */
	public record Found(int start, int end, String address) {

		/** Whether it is part of a web address. */
		boolean isInLink(String text) {
			for (var at = this.start - 1; at >= Math.max(0, this.start - 500); at--) {
				if (Character.isWhitespace(text.charAt(at)) || "<>()\"".indexOf(text.charAt(at)) >= 0) {
					return false;
				}
				if (text.startsWith("://", at)) {
					return true;
				}
			}
			return false;
		}

	}

}
