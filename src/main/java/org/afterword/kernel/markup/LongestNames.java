package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.text.Characters;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Finds the end of each name after an @: the longest name that somebody has.
 * "@amara-thanks" is amara, "@Dr. Osei, hello" is Dr. Osei.
 */
final class LongestNames {

	private static final int LONGEST = 64;

	private static final int MOST_WORDS = 8;

	private static final int MOST_TRIED = 24;

	/** Names behind these are text. */
	private static final int MOST_MENTIONS = 4 * Reading.MOST_NAMES;

	private LongestNames() {
	}

	/**
	 * Replaces the names in a document by the longest that somebody has.
	 * @param known returns those of the names that somebody has, in lower case
	 */
	static void apply(Node document, Function<Set<String>, Set<String>> known) {
		var mentions = new ArrayList<References.Mention>();
		collect(document, mentions);
		if (mentions.isEmpty()) {
			return;
		}
		var all = new LinkedHashSet<String>();
		mentions.forEach((mention) -> all.addAll(names(mention)));
		var somebody = known.apply(all);
		for (var mention : mentions) {
			names(mention).stream()
				.filter((name) -> somebody.contains(name.toLowerCase(Locale.ROOT)))
				.findFirst()
				.ifPresent((name) -> set(mention, name.length()));
		}
	}

	private static void collect(Node parent, List<References.Mention> mentions) {
		for (var node = parent.getFirstChild(); node != null
				&& mentions.size() < MOST_MENTIONS; node = node.getNext()) {
			if (node instanceof References.Mention mention) {
				mentions.add(mention);
			}
			else {
				collect(node, mentions);
			}
		}
	}

	/** What may be the name, the longest first. */
	private static List<String> names(References.Mention mention) {
		var text = mention.name + following(mention);
		var names = new ArrayList<String>();
		var words = 1;
		var open = false;
		for (var at = 1; at <= text.length() && at <= LONGEST && words <= MOST_WORDS; at++) {
			var last = text.charAt(at - 1);
			// A parenthesis that the name does not open ends it: "(thanks @amara)".
			if (!isPart(last) || (last == ')' && !open)) {
				break;
			}
			words += (last == ' ') ? 1 : 0;
			open = (last == '(') || (open && last != ')');
			if ((!open && endsWord(text, at)) || at == mention.name.length()) {
				names.addFirst(text.substring(0, at));
			}
		}
		return (names.size() <= MOST_TRIED) ? names : names.subList(names.size() - MOST_TRIED, names.size());
	}

	/** Whether a word or a parenthesis may end before this place. */
	private static boolean endsWord(String text, int at) {
		var last = text.charAt(at - 1);
		var next = (at < text.length()) ? text.charAt(at) : ' ';
		return (isWord(last) || last == ')') && (!isWord(next) || (last != '_' && onlyUnderscores(text, at))
				|| Ahead.writtenWithoutSpaces(last) || Ahead.writtenWithoutSpaces(next));
	}

	/** Whether underscores follow, and then no letter: "@amara_". */
	private static boolean onlyUnderscores(String text, int at) {
		var end = at;
		while (end < text.length() && text.charAt(end) == '_') {
			end++;
		}
		return end > at && (end == text.length() || !isWord(text.charAt(end)));
	}

	private static String following(Node mention) {
		var text = new StringBuilder();
		for (var node = mention.getNext(); node instanceof Text words
				&& text.length() < LONGEST; node = node.getNext()) {
			text.append(words.getLiteral());
		}
		return text.toString();
	}

	/** Makes the name longer or shorter, by moving the text behind it. */
	private static void set(References.Mention mention, int length) {
		if (length == mention.name.length()) {
			return;
		}
		var text = mention.name + following(mention);
		var renamed = new References.Mention(text.substring(0, length));
		mention.insertBefore(renamed);
		var left = length - mention.name.length();
		if (left < 0) {
			renamed.insertAfter(new Text(mention.name.substring(length)));
		}
		while (left > 0 && mention.getNext() instanceof Text words) {
			var taken = Math.min(left, words.getLiteral().length());
			words.setLiteral(words.getLiteral().substring(taken));
			left -= taken;
			if (words.getLiteral().isEmpty()) {
				words.unlink();
			}
		}
		mention.unlink();
	}

	private static boolean isWord(char sign) {
		return Character.isLetterOrDigit(sign) || Character.isSurrogate(sign) || Characters.isMark(sign) || sign == '_';
	}

	private static boolean isPart(char sign) {
		return isWord(sign) || ".-‐’'·(), \u00a0\u200c\u200d".indexOf(sign) >= 0;
	}

}
