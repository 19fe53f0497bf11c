package org.afterword.kernel.markup;

import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.Ahead;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code <} a character: tags in the text are shown as they were typed, and
 * addresses inside them are found. Only {@code <sup>} and {@code <sub>} around a few
 * signs are read, because 10<sup>6</sup> must never become 106.
 */
final class RawHtml implements InlineContentParserFactory {

	private static final Pattern AUTOLINK = Pattern
		.compile("<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*+|[^\\s<>@]++@[^\\s<>@]++)>");

	/** Opening tag, sixty signs and closing tag. */
	private static final int LONGEST_RAISED = 72;

	private static final Pattern RAISED = Pattern.compile("(?i)<(?<kind>su[bp])>(?<words>[^<>\\n]{1,60}+)</\\k<kind>>");

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('<');
	}

	@Override
	public InlineContentParser create() {
		return RawHtml::read;
	}

	private static @Nullable ParsedInline read(InlineParserState state) {
		var scanner = state.scanner();
		var start = scanner.position();
		var raised = RAISED.matcher(Ahead.text(scanner, LONGEST_RAISED));
		if (raised.lookingAt()) {
			var words = raised.group("words");
			var up = Character.toLowerCase(raised.group("kind").charAt(2)) == 'p';
			return ParsedInline.of(new Text(up ? Raised.up(words) : Raised.down(words)),
					Ahead.skip(scanner, start, raised.end()));
		}
		if (AUTOLINK.matcher(upToClosing(state)).matches()) {
			return ParsedInline.none();
		}
		return ParsedInline.of(new Text("<"), Ahead.skip(scanner, start, 1));
	}

	private static CharSequence upToClosing(InlineParserState state) {
		var scanner = state.scanner();
		var start = scanner.position();
		var text = new StringBuilder("<");
		scanner.next();
		while (scanner.hasNext() && scanner.peek() != '<' && !Character.isWhitespace(scanner.peek())) {
			text.append(scanner.peek());
			if (scanner.peek() == '>') {
				break;
			}
			scanner.next();
		}
		scanner.setPosition(start);
		return text;
	}

}
