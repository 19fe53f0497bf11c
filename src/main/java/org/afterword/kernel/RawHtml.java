package org.afterword.kernel;

import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code <} a character: tags in the text are shown as they were typed, and
 * addresses inside them are found.
 */
final class RawHtml implements InlineContentParserFactory {

	private static final Pattern AUTOLINK = Pattern
		.compile("<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*+|[^\\s<>@]++@[^\\s<>@]++)>");

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
