package org.afterword.kernel.markup;

import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.Ahead;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.questions.Digits;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
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
	public static final class Mention extends CustomNode {

		public final String name;

		public Mention(String name) {
			this.name = name;
		}

	}

	/** The number of a post. */
	public static final class PostNumber extends CustomNode {

		public final String written;

		PostNumber(String written) {
			this.written = written;
		}

		public int number() {
			return Digits.value(this.written);
		}

	}

	/**
	 * A quote whose first line is nothing but a question's number. Holds what the quote
	 * held.
	 */
	public static final class QuotedQuestion extends CustomBlock {

		public final QuestionNumber number;

		public QuotedQuestion(QuestionNumber number) {
			this.number = number;
		}

	}

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('@', '#');
	}

	@Override
	public InlineContentParser create() {
		return new OneText();
	}

	/** One piece of text; knows where the last name in it ended. */
	private static final class OneText implements InlineContentParser {

		private @Nullable Position lastName;

		@Override
		public @Nullable ParsedInline tryParse(InlineParserState state) {
			var scanner = state.scanner();
			var start = scanner.position();
			var before = scanner.peekPreviousCodePoint();
			if (insideWord(before) && !(joins(before) && isBehindName(scanner, start))) {
				return ParsedInline.none();
			}
			var node = read(scanner, before);
			if (node == null) {
				return ParsedInline.none();
			}
			var end = Ahead.skip(scanner, start, Words.below(node).length());
			this.lastName = (node instanceof Mention) ? end : null;
			return ParsedInline.of(node, end);
		}

		/** "@luz/@mele", "@TS&@RD": one sign stands between two names. */
		private boolean isBehindName(Scanner scanner, Position start) {
			if (this.lastName == null) {
				return false;
			}
			var between = scanner.getSource(this.lastName, start).getContent();
			return between.length() == 1 || (between.length() == 2 && between.charAt(0) == '.');
		}

	}

	private static boolean joins(int sign) {
		return "/&+-".indexOf(sign) >= 0;
	}

	private static @Nullable Node read(Scanner scanner, int before) {
		var ahead = Ahead.word(scanner, LONGEST_NAME + 16);
		var name = NAME.matcher(ahead);
		var number = NUMBER.matcher(ahead);
		if (name.lookingAt() && name.group(1).length() <= LONGEST_NAME && !name.group(1).matches("_+")) {
			// In _@name_ the underscores are emphasis.
			var written = (before == '_') ? name.group(1).replaceFirst("(?<!_)_++$", "") : name.group(1);
			return new Mention(written);
		}
		if (number.lookingAt()) {
			return new PostNumber(number.group(1));
		}
		return null;
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
