package org.afterword.kernel.markup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.afterword.kernel.Allowance;
import org.afterword.kernel.CarefulReading;
import org.afterword.kernel.Html;
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
 * Reads what people write: Markdown in, safe HTML and a list of references out. Text is
 * read once, when it is written; code and the words of links are left alone.
 */
public final class Markup {

	/** Quotes and lists inside each other; deeper ones are shown as typed. */
	private static final int DEEPEST_BLOCKS = 30;

	/** Emphasis inside emphasis. */
	private static final int DEEPEST_INLINES = 20;

	/**
	 * More than a text of any length can fill: what widens short rows is counted, too.
	 */
	private static final int MOST_CELLS = 40_000;

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.builder().maxCells(MOST_CELLS).build(),
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
	 * Reads any sequence of characters; what takes too long becomes plain paragraphs.
	 * @throws Refused where far more would come out of it than went in
	 */
	public static Document read(String markdown) {
		return read(markdown, (_) -> Set.of());
	}

	/**
	 * Reads a text in which the name after an @ is the longest that means somebody.
	 * @param known finds which of the names mean somebody, and gives them in lower case;
	 * asked at most once
	 * @throws Refused where far more would come out of it than went in
	 */
	public static Document read(String markdown, Function<Set<String>, Set<String>> known) {
		return CarefulReading.of(markdown, () -> parsed(markdown, known), () -> plainly(markdown));
	}

	/**
	 * Reads nothing but lines, and addresses that stand between white space.
	 */
	public static Document plainly(String markdown) {
		var document = PlainText.paragraphs(WebAddress.cleaned(Characters.clean(markdown)));
		return new Document(document, Reading.of(document), List.of(), Allowance::unlimited, true);
	}

	/** The names in a text that was taken before, whatever it is. */
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

	private static Document parsed(String markdown, Function<Set<String>, Set<String>> known) {
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
		LongestNames.settle(document, known);
		return new Document(document, Reading.of(document), List.copyOf(refused), () -> Allowance.of(typed), false);
	}

	/** A text that has been read. */
	public static final class Document {

		private final Node document;

		private final List<String> names;

		private final List<Addressed> questions;

		private final List<Integer> posts;

		private final List<Link> links;

		private final List<String> refused;

		private final String text;

		private final List<Passage> passages;

		private final boolean moreQuestions;

		private final Supplier<Allowance> allowance;

		private final boolean plain;

		private Document(Node document, Reading reading, List<String> refused, Supplier<Allowance> allowance,
				boolean plain) {
			this.document = document;
			this.allowance = allowance;
			this.plain = plain;
			this.names = List.copyOf(reading.names.values());
			this.questions = reading.addressed();
			this.posts = List.copyOf(reading.posts);
			this.links = List.copyOf(reading.links.values());
			this.refused = refused;
			this.passages = List.copyOf(reading.passages);
			this.moreQuestions = reading.moreQuestions;
			this.text = Characters.withoutDirections(reading.text.toString().strip());
		}

		/**
		 * The names written after an @, in order, each once whatever its case; the first
		 * 50.
		 */
		public List<String> names() {
			return this.names;
		}

		/** The questions that the words speak of, in order; the first 20. */
		public List<Addressed> questions() {
			return this.questions;
		}

		/** Whether it names more questions than are considered. */
		public boolean namesMoreQuestions() {
			return this.moreQuestions;
		}

		/** Its paragraphs, headings and cells, in order; no code. */
		public List<Passage> passages() {
			return this.passages;
		}

		/** The numbers of the posts that the words speak of, as in #3. */
		public List<Integer> posts() {
			return this.posts;
		}

		/** Every web address outside code, in order, each once. */
		public List<Link> links() {
			return this.links;
		}

		/**
		 * The addresses that were written as links and stay text: no web address, in a
		 * private network, or over 2,000 characters.
		 */
		public List<String> refused() {
			return this.refused;
		}

		/** The words alone, a paragraph a line, for excerpts and search. */
		public String text() {
			return this.text;
		}

		/** Whether it is shown as plain paragraphs, because reading it took too long. */
		public boolean isPlain() {
			return this.plain;
		}

		/**
		 * The same HTML each time, for the same surroundings.
		 * @throws Refused where that would be far more than what was written
		 */
		public Html html(Surroundings surroundings) {
			return PostHtml.of(this.document, EXTENSIONS, surroundings, PostHtml.IN_A_POST, this.allowance.get());
		}

		/**
		 * The same on a page of its own, where its headings come right below the first.
		 */
		public Html page() {
			return PostHtml.of(this.document, EXTENSIONS, Surroundings.none(), PostHtml.ON_A_PAGE,
					this.allowance.get());
		}

	}

	/**
	 * What the topic knows of the things that a text refers to. What it does not know
	 * stays plain text. Addresses and words that it gives are escaped like everything
	 * else.
	 */
	public interface Surroundings {

		/**
		 * @param name as written, whatever its case
		 */
		Optional<Person> person(String name);

		/** The question that a quote names. */
		Optional<Quoted> question(QuestionNumber number);

		/** The address of a post. */
		Optional<String> post(int number);

		/** Knows nothing and nobody. */
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
	 * A paragraph, a heading, or a cell of a table.
	 *
	 * @param words its own words; a link or code in it is one U+FFFC
	 * @param text what one sees of it
	 * @param quoted whether it stands in a quote
	 * @param linked whether it holds a web address
	 * @param heading whether it is a heading
	 * @param title whether it is a heading, or says no more than a question's number
	 * @param block the place of the outermost block that holds it
	 * @param stretches the whole of it, or several lines that each begin with a
	 * question's number
	 */
	public record Passage(String words, String text, boolean quoted, boolean linked, boolean heading, boolean title,
			int block, List<Parts.Stretch> stretches) {
	}

	/**
	 * A question that a text speaks of.
	 *
	 * @param answers whether a paragraph begins with it and a colon: "Question 5: …"
	 * proposes an answer
	 */
	public record Addressed(QuestionNumber number, boolean answers) {
	}

	/**
	 * A web address.
	 *
	 * @param text the words that carry it, or the address as it was typed
	 */
	public record Link(String address, String text) {
	}

	/**
	 * Somebody mentioned.
	 *
	 * @param unclaimed a placeholder that nobody has claimed
	 * @param href where they stand; null where a name of ours stands in place of theirs,
	 * because they left
	 * @param notYet what a screen reader says of an unclaimed one, after the name; the
	 * name of ours
	 */
	public record Person(@Nullable String href, boolean unclaimed, String notYet) {

		/** Somebody who left, under the name that stands for them. */
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
