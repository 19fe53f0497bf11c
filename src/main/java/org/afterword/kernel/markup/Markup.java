package org.afterword.kernel.markup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.afterword.kernel.Allowance;
import org.afterword.kernel.CarefulReading;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.BareAddresses;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.text.Characters;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Markdown that people write: returns what it mentions, and safe HTML. Text is
 * read once, when it is written; nothing is found in code and in the words of links.
 */
public final class Markup {

	/** Quotes and lists inside each other; deeper ones stay text. */
	private static final int DEEPEST_BLOCKS = 30;

	/** Emphasis inside emphasis. */
	private static final int DEEPEST_INLINES = 20;

	/** Cells of tables, with those that fill up short rows. */
	private static final int MOST_CELLS = 40_000;

	static final List<Extension> EXTENSIONS = List.of(TablesExtension.builder().maxCells(MOST_CELLS).build(),
			StrikethroughExtension.builder().requireTwoTildes(true).build());

	/** How often a text may be parsed again because its blocks end elsewhere. */
	private static final int CORRECTIONS = 3;

	private static final Parser PARSER = parser();

	private Markup() {
	}

	private static Parser parser() {
		var builder = Parser.builder()
			.extensions(EXTENSIONS)
			.enabledBlockTypes(Set.of(ThematicBreak.class))
			.maxOpenBlockParsers(DEEPEST_BLOCKS)
			.maxInlineNesting(DEEPEST_INLINES)
			.includeSourceSpans(IncludeSourceSpans.BLOCKS)
			.linkProcessor(new Brackets())
			.customInlineContentParserFactory(new RawHtml())
			.customInlineContentParserFactory(new PlainSigns())
			.customInlineContentParserFactory(new BareAddresses())
			.customInlineContentParserFactory(new References());
		NarrowBlocks.all().forEach(builder::customBlockParserFactory);
		return builder.build();
	}

	/**
	 * Reads any text; one that takes too long becomes plain paragraphs.
	 * @throws Refused if the result would be far longer than the text
	 */
	public static MarkupDocument read(String markdown) {
		return read(markdown, (_) -> Set.of());
	}

	/**
	 * Reads a text in which the name after an @ is the longest that somebody has.
	 * @param known returns those of the names that somebody has, in lower case; called at
	 * most once
	 * @throws Refused if the result would be far longer than the text
	 */
	public static MarkupDocument read(String markdown, Function<Set<String>, Set<String>> known) {
		return CarefulReading.of(markdown, () -> parsed(markdown, known), () -> plainly(markdown));
	}

	/**
	 * Reads only lines and addresses between white space.
	 */
	public static MarkupDocument plainly(String markdown) {
		var document = PlainText.paragraphs(WebAddress.cleaned(Characters.clean(markdown)));
		return new MarkupDocument(document, Reading.of(document), List.of(), Allowance::unlimited, true);
	}

	/** The names in a stored text; none if it cannot be read. */
	public static List<String> namesIn(String markdown, Function<Set<String>, Set<String>> known) {
		return CarefulReading.ofOld(markdown, () -> parsed(markdown, known).names(), List::of);
	}

	private static Node parse(String source) {
		try {
			return PARSER.parse(source);
		}
		catch (IllegalArgumentException tooManyCells) {
			throw new Refused("markup.too-much");
		}
	}

	private static MarkupDocument parsed(String markdown, Function<Set<String>, Set<String>> known) {
		var source = WebAddress.cleaned(Characters.clean(markdown));
		var document = parse(source);
		for (var again = 0; again < CORRECTIONS; again++) {
			var complete = BlockEnds.in(document, source);
			if (complete.equals(source)) {
				break;
			}
			source = complete;
			document = parse(source);
		}
		var typed = markdown.length();
		var refused = Tidying.tidy(document, source, Allowance.of(typed));
		LongestNames.apply(document, known);
		return new MarkupDocument(document, Reading.of(document), List.copyOf(refused), () -> Allowance.of(typed),
				false);
	}

	/**
	 * Resolves the references of a text to what is in its topic. What is unknown stays
	 * plain text. What is returned will be escaped.
	 */
	public interface Surroundings {

		/**
		 * @param name as written, whatever its case
		 */
		Optional<Person> person(String name);

		/** The question whose number a quote begins with. */
		Optional<Quoted> question(QuestionNumber number);

		/** The address of a post. */
		Optional<String> post(int number);

		/** Resolves nothing. */
		static Surroundings none() {
			return new Surroundings() {
				@Override
				public Optional<Person> person(String name) {
					return Optional.empty();
				}

				@Override
				public Optional<Quoted> question(QuestionNumber number) {
					return Optional.empty();
				}

				@Override
				public Optional<String> post(int number) {
					return Optional.empty();
				}
			};
		}

	}

	/**
	 * A question that a text mentions.
	 *
	 * @param answers whether a paragraph begins with it and a colon: "Question 5: …"
	 * proposes an answer
	 */
	public record Addressed(QuestionNumber number, boolean answers) {
	}

	/**
	 * A web address.
	 *
	 * @param text the words that are linked, or the address as it was typed
	 */
	public record Link(String address, String text) {
	}

	/**
	 * Somebody mentioned.
	 *
	 * @param href the address of their profile or their entry in the topic; null if they
	 * left
	 * @param unclaimed whether it is a placeholder that nobody has claimed
	 * @param notYet what a screen reader says behind the name of an unclaimed
	 * placeholder; for those who left, the text that replaces their name
	 */
	public record Person(@Nullable String href, boolean unclaimed, String notYet) {

		/** Somebody who left, with the text that replaces their name. */
		public static Person left(String name) {
			return new Person(null, false, name);
		}

	}

	/**
	 * A question quoted by its number.
	 *
	 * @param label the link's words for a screen reader: "Question 5"
	 * @param caption who asked
	 */
	public record Quoted(String href, String label, String text, String caption) {
	}

}
