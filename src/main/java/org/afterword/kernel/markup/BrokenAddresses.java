package org.afterword.kernel.markup;

import java.util.Arrays;

import org.afterword.kernel.address.AddressEnd;
import org.afterword.kernel.address.BareAddresses;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Joins an address that a mail program broke over two lines, where that is certain: the
 * first line ends inside the address, and the second begins with what only an address
 * has.
 */
final class BrokenAddresses {

	private BrokenAddresses() {
	}

	/** Joins the lines after these links, among the children of a block. */
	static void join(Node parent) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof BareAddresses.Bare link) {
				join(link);
			}
		}
	}

	private static void join(Link link) {
		var signs = (link.getNext() instanceof Text text && isTail(text.getLiteral())) ? text : null;
		var lineBreak = (signs != null) ? signs.getNext() : link.getNext();
		if (!(lineBreak instanceof SoftLineBreak || lineBreak instanceof HardLineBreak)
				|| !(lineBreak.getNext() instanceof Text second)) {
			return;
		}
		var tail = (signs != null) ? signs.getLiteral() : "";
		var rest = rest(link, tail, second);
		if (rest.isEmpty()) {
			return;
		}
		if (signs != null) {
			signs.unlink();
		}
		lineBreak.unlink();
		var shown = Words.below(link) + tail + rest;
		link.setDestination(link.getDestination() + tail + rest);
		link.getFirstChild().unlink();
		link.appendChild(new Text(shown));
		second.setLiteral(second.getLiteral().substring(rest.length()));
		if (second.getLiteral().isEmpty()) {
			second.unlink();
		}
	}

	/** Whether these characters behind an address may belong to it. */
	private static boolean isTail(String text) {
		return text.length() <= 3 && all(text, "._~?!:;,*-");
	}

	/** The beginning of the second line that belongs to the address; empty for none. */
	private static String rest(Link link, String tail, Text second) {
		var word = word(second.getLiteral());
		var rest = without(word, ".,;:!?");
		var bracketed = second.getLiteral().startsWith(">", word.length()) && endsWith(link.getPrevious(), "<");
		var belongs = !rest.isEmpty()
				&& (bracketed ? tail.isEmpty() || tail.equals("-") : isCertain(link, tail, rest, second));
		return belongs ? rest : "";
	}

	private static boolean isCertain(Link link, String tail, String rest, Text second) {
		var address = link.getDestination() + tail;
		if (address.indexOf('/', "https://".length()) < 0) {
			return false;
		}
		if (goesOn(rest)) {
			return true;
		}
		var path = isLikeAPath(rest);
		var behind = second.getLiteral().substring(rest.length()).stripTrailing();
		var alone = all(behind, ".,;:!?)]") && second.getNext() == null;
		return switch (address.charAt(address.length() - 1)) {
			case '-', '_' -> isLowerOrDigit(rest.charAt(0)) && (path || alone);
			case '=', '&', '%' -> path || (alone && isLowerOrDigit(rest.charAt(0)));
			case '/' -> path && !isNumberOfAList(rest);
			case '.' -> address.contains("doi.org/") ? path : isEnding(rest, 0) && (alone || behind.isEmpty());
			default -> false;
		};
	}

	/** The first word of a line, as far as it may be part of an address. */
	private static String word(String line) {
		var end = 0;
		while (end < line.length()
				&& (isAlphanumeric(line.charAt(end)) || "%_~./?=&#+:@!$,;-".indexOf(line.charAt(end)) >= 0)) {
			end++;
		}
		return line.substring(0, end);
	}

	private static String without(String word, String signs) {
		var end = word.length();
		while (end > 0 && signs.indexOf(word.charAt(end - 1)) >= 0) {
			end--;
		}
		return word.substring(0, end);
	}

	/** Whether no sentence begins like this. */
	private static boolean goesOn(String rest) {
		if (rest.length() < 2) {
			return false;
		}
		var second = rest.charAt(1);
		return switch (rest.charAt(0)) {
			case '/' -> isAlphanumeric(second) || "%_~".indexOf(second) >= 0;
			case '?', '&' -> {
				var equals = rest.indexOf('=');
				yield equals > 1 && rest.substring(1, equals)
					.chars()
					.allMatch((one) -> isAlphanumeric((char) one) || one == '_');
			}
			case '%' ->
				rest.length() > 2 && Character.digit(second, 16) >= 0 && Character.digit(rest.charAt(2), 16) >= 0;
			default -> false;
		};
	}

	/** "salt_2021.pdf", "a/b", "page=3", "1-a-a": no word is written like this. */
	private static boolean isLikeAPath(String rest) {
		var groups = 1;
		var plain = isAlphanumeric(rest.charAt(0));
		for (var i = 1; i < rest.length(); i++) {
			var before = rest.charAt(i - 1);
			var sign = rest.charAt(i);
			var after = (i + 1 < rest.length()) ? rest.charAt(i + 1) : ' ';
			if ("/_=&%".indexOf(sign) >= 0 && isOfAPath(before) && isOfAPath(after)) {
				return true;
			}
			if (sign == '.' && isEnding(rest, i + 1)) {
				return true;
			}
			if (sign == '-' && isAlphanumeric(before) && isAlphanumeric(after)) {
				groups++;
			}
			else if (!isAlphanumeric(sign)) {
				plain = false;
			}
		}
		return (plain && groups > 2) || isNumbered(rest);
	}

	/** "v2", "12-3", "page7.2b" */
	private static boolean isNumbered(String rest) {
		var groups = rest.split("[-.]", -1);
		var letters = 0;
		while (letters < groups[0].length() && !isDigit(groups[0].charAt(letters))) {
			letters++;
		}
		return letters < groups[0].length() && groups[0].chars().skip(letters).allMatch((one) -> isDigit((char) one))
				&& Arrays.stream(groups)
					.allMatch(
							(group) -> !group.isEmpty() && group.chars().allMatch((one) -> isAlphanumeric((char) one)));
	}

	/** "12." begins the next item. */
	private static boolean isNumberOfAList(String rest) {
		var number = without(rest, ".");
		return number.length() <= 3 && !number.isEmpty() && number.chars().allMatch((one) -> isDigit((char) one));
	}

	/** Whether the extension of a file is here, and nothing or a query follows. */
	private static boolean isEnding(String rest, int start) {
		var end = start;
		while (end < rest.length() && end - start <= 4 && isAlphanumeric(rest.charAt(end))) {
			end++;
		}
		return (end == rest.length() || "?#".indexOf(rest.charAt(end)) >= 0)
				&& AddressEnd.isFileEnding(rest.substring(start, end));
	}

	private static boolean all(String words, String signs) {
		return words.chars().allMatch((one) -> signs.indexOf(one) >= 0);
	}

	private static boolean isOfAPath(char sign) {
		return isAlphanumeric(sign) || sign == '%';
	}

	private static boolean isLowerOrDigit(char sign) {
		return (sign >= 'a' && sign <= 'z') || isDigit(sign);
	}

	private static boolean isAlphanumeric(char sign) {
		return isDigit(sign) || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
	}

	private static boolean isDigit(char sign) {
		return sign >= '0' && sign <= '9';
	}

	private static boolean endsWith(@Nullable Node node, String sign) {
		return node instanceof Text text && text.getLiteral().endsWith(sign);
	}

}
