package org.afterword.kernel.address;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import org.afterword.kernel.Ahead;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses without markup: {@code https://…}, {@code www.…} and DOIs. Runs while
 * Markdown is parsed, before the underscores in {@code /__init__.py} become emphasis.
 */
public final class BareAddresses implements InlineContentParserFactory {

	/** In characters: enough for most addresses. */
	private static final int BEGINNING = 512;

	private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/\\S{2}");

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('h', 'H', 'w', 'W', 'd', 'D', '1');
	}

	@Override
	public InlineContentParser create() {
		return BareAddresses::read;
	}

	private static ParsedInline read(InlineParserState state) {
		var scanner = state.scanner();
		var found = find(scanner.peekPreviousCodePoint(), (longest) -> Ahead.word(scanner, longest));
		return (found != null) ? ParsedInline.of(found.link, Ahead.skip(scanner, scanner.position(), found.length))
				: ParsedInline.none();
	}

	/** The address at a place of a line; null if there is none. */
	public static @Nullable Found at(String line, int at) {
		if ("hHwWdD1".indexOf(line.charAt(at)) < 0) {
			return null;
		}
		return find((at > 0) ? line.codePointBefore(at) : 0, (longest) -> {
			var end = at;
			while (end < line.length() && end - at < longest && !Character.isWhitespace(line.charAt(end))) {
				end++;
			}
			return line.substring(at, end);
		});
	}

	/**
	 * @param ahead returns the text up to the next white space, at most so many
	 * characters
	 */
	private static @Nullable Found find(int before, IntFunction<String> ahead) {
		var prefix = prefix(ahead.apply(24));
		if (prefix == null || !mayBegin(before, prefix)) {
			return null;
		}
		var word = new Unescaped(ahead.apply(BEGINNING));
		var end = end(prefix, word.text, before);
		if (end > BEGINNING - AddressEnd.MOST_AHEAD) {
			word = new Unescaped(ahead.apply(AddressEnd.LONGEST));
			end = end(prefix, word.text, before);
		}
		if (end < 0) {
			return null;
		}
		var shown = word.text.substring(0, end);
		return new Found(link(prefix.added + shown.substring(prefix.dropped), shown), word.lengthInSource(end));
	}

	/**
	 * An address in a text.
	 *
	 * @param length how many characters of the text it takes
	 */
	public record Found(Link link, int length) {
	}

	/** A link whose words are the address as it was typed. */
	static Link link(String address, String shown) {
		var link = new Bare(address);
		link.appendChild(new Text(shown));
		return link;
	}

	/** Whether the text begins with a DOI. */
	static boolean isDoi(String words) {
		return DOI.matcher(words).lookingAt();
	}

	/** A link that was written without markup. */
	public static final class Bare extends Link {

		Bare(String address) {
			super(address, null);
		}

	}

	/**
	 * The beginning of an address.
	 *
	 * @param added what must be put before it
	 * @param dropped how many characters at its start do not belong to it
	 * @param host the place of its host
	 */
	private record Prefix(String added, int dropped, int host) {
	}

	private static @Nullable Prefix prefix(String word) {
		if (word.regionMatches(true, 0, "https://", 0, 8)) {
			return new Prefix("", 0, 8);
		}
		if (word.regionMatches(true, 0, "http://", 0, 7)) {
			return new Prefix("", 0, 7);
		}
		if (word.regionMatches(true, 0, "www.", 0, 4)) {
			return new Prefix("https://", 0, 0);
		}
		var label = word.regionMatches(true, 0, "doi:", 0, 4) ? 4 : 0;
		return isDoi(word.substring(label)) ? new Prefix("https://doi.org/", label, label) : null;
	}

	/** Whether an address may begin: not inside a word or another address. */
	private static boolean mayBegin(int before, Prefix prefix) {
		if (prefix.added.isEmpty()) {
			var latin = Character.isLetterOrDigit(before)
					&& (before < 0x80 || Character.UnicodeScript.of(before) == Character.UnicodeScript.LATIN);
			return !latin && "@/\\".indexOf(before) < 0;
		}
		return !(Character.isLetterOrDigit(before) && !Ahead.writtenWithoutSpaces(before))
				&& "@._-/\\".indexOf(before) < 0;
	}

	private static int end(Prefix prefix, String word, int before) {
		if (prefix.added.equals("https://") && AddressEnd.ofHost(word, 0) <= "www.".length()) {
			return -1;
		}
		if (!prefix.added.endsWith("doi.org/")) {
			return AddressEnd.of(word, prefix.host, before);
		}
		// The slash lets the number be read as a path.
		var path = "doi.org/" + word.substring(prefix.dropped);
		var end = AddressEnd.of(path, 0, before) - "doi.org/".length() + prefix.dropped;
		return (end > prefix.dropped + "10.1234/".length()) ? end : -1;
	}

}
