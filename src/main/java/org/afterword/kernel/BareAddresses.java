package org.afterword.kernel;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.jspecify.annotations.Nullable;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkType;

/**
 * Reads addresses that stand bare in the text: {@code https://…}, {@code www.…} and DOIs.
 * It runs while Markdown is parsed, before the underscores in {@code /__init__.py} become
 * emphasis and break the address in two.
 */
final class BareAddresses implements InlineContentParserFactory {

	/** An address that is longer is cut here, and refused by {@link Addresses} anyway. */
	private static final int LONGEST = 8_192;

	private static final Pattern BEGINNING = Pattern
		.compile("(?i)https?://[\\p{L}\\p{N}\\[]|www\\.[\\p{L}\\p{N}]|(?:doi:)?10\\.[0-9]{4,9}/\\S{2}");

	private static final Pattern STOP = Pattern
		.compile("[\\u200B\\u2028\\u2029\\uFEFF\\u3000-\\u303F\\uFF01\\uFF08\\uFF09\\uFF0C\\uFF1A\\uFF1B\\uFF1F“«„|]");

	private static final Pattern TAIL = Pattern.compile("[*_~’‘”»…،؛؟.,;:!?'\"]+$");

	private static final LinkExtractor EXTRACTOR = LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('h', 'H', 'w', 'W', 'd', 'D', '1');
	}

	@Override
	public InlineContentParser create() {
		return BareAddresses::read;
	}

	private static @Nullable ParsedInline read(InlineParserState state) {
		var scanner = state.scanner();
		var before = scanner.peekPreviousCodePoint();
		if ((Character.isLetterOrDigit(before) && !Ahead.writtenWithoutSpaces(before))
				|| "@._-/\\".indexOf(before) >= 0) {
			return ParsedInline.none();
		}
		if (!BEGINNING.matcher(Ahead.word(scanner, 20)).lookingAt()) {
			return ParsedInline.none();
		}
		var start = scanner.position();
		var word = new Unescaped(Ahead.word(scanner, LONGEST));
		var prefix = prefix(word.text);
		var end = end(prefix, word.text);
		if (end <= 0) {
			return ParsedInline.none();
		}
		var shown = word.text.substring(0, end);
		var link = link(prefix + (prefix.endsWith("doi.org/") ? shown.replaceFirst("(?i)^doi:", "") : shown), shown);
		return ParsedInline.of(link, Ahead.skip(scanner, start, word.lengthInSource(end)));
	}

	/** A link whose words are the address as it was typed. */
	static Link link(String address, String shown) {
		var link = new Bare(address);
		link.appendChild(new Text(shown));
		return link;
	}

	/** An address that stood bare in the text. */
	static final class Bare extends Link {

		Bare(String address) {
			super(address, null);
		}

	}

	private static String prefix(String word) {
		if (word.regionMatches(true, 0, "http", 0, 4)) {
			return "";
		}
		return word.regionMatches(true, 0, "www", 0, 3) ? "https://" : "https://doi.org/";
	}

	/** Where the address ends in the word; brackets that it opens, it also closes. */
	static int end(String prefix, String word) {
		var stop = STOP.matcher(word);
		var text = prefix + (stop.find() ? word.substring(0, stop.start()) : word);
		for (var link : EXTRACTOR.extractLinks(text)) {
			if (link.getBeginIndex() > 0) {
				return 0;
			}
			var tail = TAIL.matcher(text).region(0, link.getEndIndex());
			return (tail.find() ? tail.start() : link.getEndIndex()) - prefix.length();
		}
		return 0;
	}

	/**
	 * A word without the backslashes and entities that other editors put into addresses.
	 */
	private static final class Unescaped {

		private final int[] ends;

		final String text;

		Unescaped(String source) {
			this.ends = new int[source.length() + 1];
			var result = new StringBuilder(source.length());
			for (var i = 0; i < source.length();) {
				if (source.charAt(i) == '\\' && i + 1 < source.length()
						&& "_*~-.#&()[]+!".indexOf(source.charAt(i + 1)) >= 0) {
					i++;
				}
				result.append(source.charAt(i));
				i += source.startsWith("&amp;", i) ? 5 : 1;
				this.ends[result.length()] = i;
			}
			this.text = result.toString();
		}

		int lengthInSource(int length) {
			return this.ends[length];
		}

	}

}
