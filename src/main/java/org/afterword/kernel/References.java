package org.afterword.kernel;

import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @names} and {@code #3} while Markdown is parsed, so that code, escapes
 * ({@code \@name}) and underscores need no second thought.
 */
final class References implements InlineContentParserFactory {

	/** Longer than any name that people go by. */
	private static final int LONGEST_NAME = 64;

	private static final String LETTERS = "[\\p{L}\\p{M}\\p{N}_\\u200C\\u200D]";

	private static final Pattern NAME = Pattern
		.compile("@([\\p{L}\\p{N}_]" + LETTERS + "*+(?:[.-]" + LETTERS + "++)*+)(?!@)");

	private static final Pattern NUMBER = Pattern.compile("#(\\p{Nd}{1,9})(?![\\p{L}\\p{M}\\p{N}_#]|[.,:]\\p{Nd})");

	/** A person's name, as written after the sign. */
	static final class Mention extends CustomNode {

		final String name;

		Mention(String name) {
			this.name = name;
		}

	}

	/** The number of a post. */
	static final class PostNumber extends CustomNode {

		final String written;

		PostNumber(String written) {
			this.written = written;
		}

		int number() {
			return Digits.value(this.written);
		}

	}

	/**
	 * A quote whose first line is nothing but a question's number. Holds what the quote
	 * held.
	 */
	static final class QuotedQuestion extends CustomBlock {

		final QuestionNumber number;

		QuotedQuestion(QuestionNumber number) {
			this.number = number;
		}

	}

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('@', '#');
	}

	@Override
	public InlineContentParser create() {
		return References::read;
	}

	private static @Nullable ParsedInline read(InlineParserState state) {
		var scanner = state.scanner();
		var before = scanner.peekPreviousCodePoint();
		if (insideWord(before)) {
			return ParsedInline.none();
		}
		var start = scanner.position();
		var ahead = Ahead.word(scanner, LONGEST_NAME + 16);
		var name = NAME.matcher(ahead);
		var number = NUMBER.matcher(ahead);
		if (name.lookingAt() && name.group(1).length() <= LONGEST_NAME && !name.group(1).matches("_+")) {
			// In _@name_ the underscores are emphasis.
			var written = (before == '_') ? name.group(1).replaceFirst("(?<!_)_++$", "") : name.group(1);
			return parsed(new Mention(written), scanner, start, 1 + written.length());
		}
		if (number.lookingAt()) {
			return parsed(new PostNumber(number.group(1)), scanner, start, number.end());
		}
		return ParsedInline.none();
	}

	private static ParsedInline parsed(Node node, Scanner scanner, org.commonmark.parser.beta.Position start,
			int length) {
		return ParsedInline.of(node, Ahead.skip(scanner, start, length));
	}

	/**
	 * As in an e-mail address. Han and Kana have no spaces between words, so there a name
	 * may follow at once.
	 */
	private static boolean insideWord(int before) {
		return "@#/&-+".indexOf(before) >= 0
				|| (Character.isLetterOrDigit(before) && !Ahead.writtenWithoutSpaces(before));
	}

}
