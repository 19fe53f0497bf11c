package org.afterword.kernel.address;

import java.util.ArrayDeque;
import java.util.Locale;

import org.afterword.kernel.Ahead;

/** Finds the end of a web address in a text. Takes one pass, and so linear time. */
public final class AddressEnd {

	/** In characters; {@link WebAddress} refuses a much shorter one already. */
	static final int LONGEST = 8_192;

	/** How many characters behind an end are read to know that it is one. */
	static final int MOST_AHEAD = 300;

	private static final int LONGEST_IN_BRACKETS = 250;

	/** In characters, as in the domain name system. */
	private static final int LONGEST_HOST = 253;

	/** Punctuation that may stand between letters. */
	private static final String SIGNS_IN_LETTERS = "·・‧’‘'";

	/** Punctuation that is no part of an address at its end. */
	private static final String AFTER_THE_END = "*_~'\"‘’.,;:!?،؛؟۔।…";

	private static final String OPENING = "([{";

	private static final String CLOSING = ")]}";

	private final String text;

	private final int limit;

	private final int closingQuote;

	private boolean spaceless;

	private AddressEnd(String text, int start, int before) {
		this.text = text;
		this.limit = Math.min(text.length(), start + LONGEST);
		this.closingQuote = switch (before) {
			case '\'' -> '\'';
			case '‘' -> '’';
			default -> 0;
		};
	}

	/**
	 * The end of an address; -1 if none begins here.
	 * @param start the place of its host, behind the scheme if it has one
	 * @param before the character before the address; 0 if there is none
	 */
	static int of(String text, int start, int before) {
		var scan = new AddressEnd(text, start, before);
		var host = scan.host(behindUser(text, start));
		if (host < 0) {
			return -1;
		}
		var end = scan.port(host);
		if (end < scan.limit && "/?#".indexOf(text.charAt(end)) >= 0) {
			end = scan.path(end);
		}
		return scan.withoutTail(host, end);
	}

	/** The end of the name of a host; -1 if none begins here. */
	static int ofHost(String text, int start) {
		return new AddressEnd(text, start, 0).host(start);
	}

	/** Whether these letters are the extension of a file. */
	public static boolean isFileEnding(String letters) {
		return switch (letters.toLowerCase(Locale.ROOT)) {
			case "pdf", "htm", "html", "php", "asp", "aspx", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods",
					"csv", "zip", "jpg", "jpeg", "png", "txt", "xml", "json" ->
				true;
			default -> false;
		};
	}

	/** Whether the letter is of a script in which words follow others without spaces. */
	private static boolean isSpaceless(int letter) {
		return letter > 0x7F && (Ahead.writtenWithoutSpaces(letter)
				|| Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL || letter == 'ー');
	}

	/**
	 * The place behind the name and password of a user before a host; the same place if
	 * there are none.
	 */
	static int behindUser(String text, int start) {
		var behind = start;
		for (var at = start; at < text.length(); at++) {
			var character = text.charAt(at);
			if (character == '@') {
				behind = at + 1;
			}
			else if ("/?#\\<>\"`)".indexOf(character) >= 0 || character <= ' ' || Character.isWhitespace(character)
					|| isSpaceless(character)) {
				break;
			}
		}
		return behind;
	}

	private int host(int start) {
		if (start < this.limit && this.text.charAt(start) == '[') {
			return ipv6(start);
		}
		var end = withoutHostTail(start, endOfHostCharacters(start));
		var begins = end > start && end - start <= LONGEST_HOST
				&& (Character.isLetterOrDigit(this.text.codePointAt(start)) || this.text.charAt(start) == '_');
		return begins ? end : -1;
	}

	private int ipv6(int start) {
		var end = start + 1;
		while (end < this.limit
				&& (Character.digit(this.text.charAt(end), 16) >= 0 || ":.".indexOf(this.text.charAt(end)) >= 0)) {
			end++;
		}
		return (end > start + 2 && end < this.limit && this.text.charAt(end) == ']') ? end + 1 : -1;
	}

	private int endOfHostCharacters(int start) {
		var end = start;
		var last = 0;
		while (end < this.limit) {
			var character = this.text.codePointAt(end);
			if (!isOfHost(character) || (character == '.' && (last == '.' || end == start))
					|| (isSpaceless(character) && Character.isLetterOrDigit(last) && !isSpaceless(last))) {
				break;
			}
			this.spaceless |= isSpaceless(character);
			last = character;
			end += Character.charCount(character);
		}
		return end;
	}

	private static boolean isOfHost(int character) {
		return Character.isLetterOrDigit(character) || isMark(character) || "-_.".indexOf(character) >= 0
				|| isJoiner(character);
	}

	/** Without punctuation at the end; a dot stays only before a path. */
	private int withoutHostTail(int start, int end) {
		var kept = end;
		while (kept > start && ".-_".indexOf(this.text.charAt(kept - 1)) >= 0
				&& (kept >= this.limit || this.text.charAt(kept - 1) != '.' || this.text.charAt(kept) != '/')) {
			kept--;
		}
		return kept;
	}

	private int port(int host) {
		if (host >= this.limit || this.text.charAt(host) != ':') {
			return host;
		}
		var end = host + 1;
		while (end < this.limit && end - host <= 6 && isDigit(this.text.charAt(end))) {
			end++;
		}
		var digits = end - host - 1;
		var next = (end < this.limit) ? this.text.charAt(end) : ' ';
		return (digits >= 1 && digits <= 5 && !isAsciiWord(next)) ? end : host;
	}

	private int path(int start) {
		var open = new ArrayDeque<Integer>();
		var end = start;
		var last = (int) this.text.charAt(start);
		while (end < this.limit && (open.isEmpty() || end - open.getLast() <= LONGEST_IN_BRACKETS)) {
			var character = this.text.codePointAt(end);
			var bracket = CLOSING.indexOf(character);
			if (bracket >= 0) {
				if (open.isEmpty() || this.text.charAt(open.getFirst()) != OPENING.charAt(bracket)) {
					break;
				}
				open.pop();
			}
			else if (OPENING.indexOf(character) >= 0) {
				open.push(end);
			}
			else if (!goesOn(character, end, last)) {
				break;
			}
			this.spaceless |= isSpaceless(character);
			last = character;
			end += Character.charCount(character);
		}
		// A bracket that is not closed is not part of the address.
		return open.isEmpty() ? end : open.getLast();
	}

	private boolean goesOn(int character, int at, int last) {
		if (character < 0x80) {
			return switch (character) {
				case '<', '>', '"', '\\', '`' -> false;
				case '\'' -> this.closingQuote != '\'';
				case ',', ';' -> !beginsAddress(at + 1);
				case '|' -> !beginsAddress(at + 1) && at + 1 < this.limit && isAsciiWord(this.text.charAt(at + 1));
				default -> character > ' ' && character != 0x7F;
			};
		}
		if (isSpaceless(character)) {
			return this.spaceless ? ",.;:!?)]}".indexOf(last) < 0 : "/=&#_-+".indexOf(last) >= 0;
		}
		if (Character.isLetterOrDigit(character)) {
			return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN || !endsFile(at);
		}
		return isMark(character) || isJoiner(character) || isSignInside(character, at, last);
	}

	/** Whether punctuation that would end an address is inside a word here. */
	private boolean isSignInside(int character, int at, int last) {
		var next = (at + 1 < this.limit) ? this.text.codePointAt(at + 1) : ' ';
		return switch (Character.getType(character)) {
			case Character.DASH_PUNCTUATION -> switch (character) {
				case '\u2010', '\u2011' -> true;
				// "2019–20", "Michelson–Morley_experiment"
				case '\u2013' -> Character.isLetterOrDigit(next)
						&& ((Character.isDigit(last) && Character.isDigit(next)) || underscoreFollows(at));
				default -> false;
			};
			case Character.OTHER_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
				SIGNS_IN_LETTERS.indexOf(character) >= 0 && character != this.closingQuote
						&& Character.isLetterOrDigit(last) && Character.isLetterOrDigit(next);
			case Character.CONNECTOR_PUNCTUATION, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
			default -> character == '\u00AD';
		};
	}

	private boolean underscoreFollows(int at) {
		for (var i = at + 1; i < this.limit && i < at + 100; i++) {
			var character = this.text.charAt(i);
			if (character == '_') {
				return true;
			}
			if (!Character.isLetterOrDigit(character) && character != '\u2013' && character != '-') {
				return false;
			}
		}
		return false;
	}

	private boolean endsFile(int at) {
		var dot = at - 1;
		while (dot >= 0 && at - dot <= 6 && isAsciiWord(this.text.charAt(dot))) {
			dot--;
		}
		return dot >= 0 && this.text.charAt(dot) == '.' && isFileEnding(this.text.substring(dot + 1, at));
	}

	private boolean beginsAddress(int at) {
		return this.text.regionMatches(true, at, "http://", 0, 7) || this.text.regionMatches(true, at, "https://", 0, 8)
				|| this.text.regionMatches(true, at, "www.", 0, 4);
	}

	/** Without the punctuation of the sentence, and without the ’s of possession. */
	private int withoutTail(int host, int end) {
		var kept = end;
		while (kept > host) {
			var last = this.text.charAt(kept - 1);
			if (AFTER_THE_END.indexOf(last) >= 0) {
				kept--;
			}
			else if (last == 's' && kept - 2 > host && "'’".indexOf(this.text.charAt(kept - 2)) >= 0) {
				kept -= 2;
			}
			else {
				break;
			}
		}
		return kept;
	}

	private static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
				// These follow an emoji, and nothing else.
				character != '\uFE0F' && character != '\u20E3';
			default -> false;
		};
	}

	/** Persian and Indian scripts need them within words. */
	private static boolean isJoiner(int character) {
		return character == '\u200C' || character == '\u200D';
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isAsciiWord(char character) {
		return character < 0x80 && Character.isLetterOrDigit(character);
	}

}
