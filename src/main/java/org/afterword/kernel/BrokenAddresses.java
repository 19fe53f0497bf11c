package org.afterword.kernel;

import java.util.regex.Pattern;

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

	private static final String ENDINGS = "(?:pdf|html?|php|aspx?|docx?|xlsx?|pptx?|odt|ods|csv|zip|jpe?g|png|txt|xml|json)";

	/** The first word of the second line, without the signs that end a sentence. */
	private static final Pattern REST = Pattern.compile("[A-Za-z0-9%_~./?=&#+:@!$,;-]+");

	private static final Pattern TAIL = Pattern.compile("[.,;:!?]+$");

	/** "salt_2021.pdf", "a/b", "page=3": no word is written like this. */
	private static final Pattern LIKE_A_PATH = Pattern.compile("(?i)[^\\s]*[a-z0-9%][/_=&%][a-z0-9%][^\\s]*|[^\\s]*\\."
			+ ENDINGS + "(?:[?#].*)?|[a-z0-9]+(?:-[a-z0-9]+){2,}|[a-z]*[0-9]+(?:[-.][a-z0-9]+)*");

	/** Where a line may begin so, and be inside of an address all the same. */
	private static final Pattern GOES_ON = Pattern
		.compile("(?i)/[a-z0-9%_~][^\\s]*|[?&][a-z0-9_]+=[^\\s]*|%[0-9a-f]{2}[^\\s]*");

	private static final Pattern LOWER_WORD = Pattern.compile("[a-z0-9].*");

	private static final Pattern ENDING = Pattern.compile("(?i)" + ENDINGS + "(?:[?#].*)?");

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
		var after = link.getNext();
		var tail = "";
		if (after instanceof Text signs && signs.getLiteral().matches("[._~?!:;,*-]{1,3}")) {
			tail = signs.getLiteral();
			after = signs.getNext();
		}
		if (!(after instanceof SoftLineBreak || after instanceof HardLineBreak)
				|| !(after.getNext() instanceof Text second)) {
			return;
		}
		var matcher = REST.matcher(second.getLiteral());
		if (!matcher.lookingAt()) {
			return;
		}
		var rest = TAIL.matcher(matcher.group()).replaceFirst("");
		var following = second.getLiteral().substring(matcher.end());
		var bracketed = following.startsWith(">") && endsWith(link.getPrevious(), "<");
		if (rest.isEmpty() || !(bracketed ? tail.isEmpty() || tail.equals("-") : isCertain(link, tail, rest, second))) {
			return;
		}
		var shown = Words.below(link) + tail;
		link.setDestination(link.getDestination() + tail + rest);
		link.getFirstChild().unlink();
		link.appendChild(new Text(shown + rest));
		if (!tail.isEmpty()) {
			link.getNext().unlink();
		}
		after.unlink();
		second.setLiteral(second.getLiteral().substring(rest.length()));
		if (second.getLiteral().isEmpty()) {
			second.unlink();
		}
	}

	private static boolean isCertain(Link link, String tail, String rest, Text second) {
		var address = link.getDestination() + tail;
		if (address.indexOf('/', "https://".length()) < 0) {
			return false;
		}
		if (GOES_ON.matcher(rest).matches()) {
			return true;
		}
		var path = LIKE_A_PATH.matcher(rest).matches();
		var alone = second.getLiteral().substring(rest.length()).matches("[.,;:!?)\\]]*\\s*")
				&& second.getNext() == null;
		return switch (address.charAt(address.length() - 1)) {
			case '-', '_' -> LOWER_WORD.matcher(rest).matches() && (path || alone);
			case '=', '&', '%' -> path || (alone && LOWER_WORD.matcher(rest).matches());
			case '/' -> path && !rest.matches("[0-9]{1,3}[.]?");
			case '.' -> address.contains("doi.org/") ? path : ENDING.matcher(rest).matches()
					&& (alone || second.getLiteral().substring(rest.length()).isBlank());
			default -> false;
		};
	}

	private static boolean endsWith(@Nullable Node node, String sign) {
		return node instanceof Text text && text.getLiteral().endsWith(sign);
	}

}
