package org.afterword.kernel.markup;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.afterword.kernel.Budget;
import org.commonmark.internal.BlockQuoteParser;
import org.commonmark.internal.FencedCodeBlockParser;
import org.commonmark.internal.HeadingParser;
import org.commonmark.internal.ListBlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Headings, fences and lists begin where somebody means them, not wherever CommonMark
 * sees one: a line under words is no heading, {@code # 5} is a number, a year with a full
 * stop begins no list. The parsers are commonmark's own, which offers no other way to
 * narrow them.
 */
final class NarrowBlocks {

	/** Longer numbers before a full stop are years or amounts. */
	private static final int LONGEST_NUMBER = 3;

	/** {@code >:(} and {@code >_<} quote nobody. */
	private static final Pattern SMILEY = Pattern
		.compile("[>＞](?:[:;=8xX]['’-]?[()DPpoO/\\\\|@\\[\\]]|[._]{1,3}[<>＜]|<)(?=\\s|$)");

	/** {@code 1. 3. 2024} */
	private static final Pattern DATE = Pattern
		.compile("\\p{Nd}{1,2}\\.[ ]?\\p{Nd}{1,2}\\.(?:[ ]?\\p{Nd}{2,4})?(?!\\p{Nd})");

	private NarrowBlocks() {
	}

	/** To be tried before all others. */
	static List<BlockParserFactory> all() {
		return List.of(new Only(new BlockQuoteParser.Factory(), (line) -> !SMILEY.matcher(line).lookingAt()),
				new Only(new HeadingParser.Factory(), NarrowBlocks::beginsHeading),
				new Only(new FencedCodeBlockParser.Factory(), (line) -> line.startsWith("`")),
				new Only(new ListBlockParser.Factory(), NarrowBlocks::beginsList));
	}

	/** No line under words, no empty heading; {@code # 5} is a number. */
	private static boolean beginsHeading(String line) {
		var signs = 0;
		while (signs < line.length() && line.charAt(signs) == '#') {
			signs++;
		}
		var words = line.substring(signs).strip();
		if (signs == 0 || words.chars().allMatch((sign) -> sign == '#')) {
			return false;
		}
		var digits = digits(words);
		return signs > 1 || digits == 0 || (digits < words.length() && words.charAt(digits) == '.');
	}

	/** A plus sign is a plus sign, and {@code 1986.} a year. */
	private static boolean beginsList(String line) {
		return !line.startsWith("+") && !isRule(line) && !DATE.matcher(line).lookingAt()
				&& digits(line) <= LONGEST_NUMBER;
	}

	/** {@code * * *} would be a list otherwise: rules are tried after these. */
	private static boolean isRule(String line) {
		var sign = line.isEmpty() ? ' ' : line.charAt(0);
		return (sign == '-' || sign == '*') && line.chars().allMatch((one) -> one == sign || one == ' ' || one == '\t')
				&& line.chars().filter((one) -> one == sign).count() >= 3;
	}

	private static int digits(String words) {
		var digits = 0;
		while (digits < words.length() && Character.isDigit(words.charAt(digits))) {
			digits++;
		}
		return digits;
	}

	/** A block that begins only with certain lines. */
	private record Only(BlockParserFactory block, Predicate<String> begins) implements BlockParserFactory {

		@Override
		public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
			Budget.check();
			var line = state.getLine().getContent();
			var start = Math.min(state.getNextNonSpaceIndex(), line.length());
			// A line of 65,000 characters is tried once for each quote that it opens.
			var seen = line.subSequence(start, Math.min(line.length(), start + LOOKS_AT)).toString();
			return this.begins.test(seen) ? this.block.tryStart(state, matched) : BlockStart.none();
		}

		private static final int LOOKS_AT = 400;

	}

}
