package org.afterword.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
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

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
			StrikethroughExtension.create());

	/** In the order in which they are tried: a line under words is a heading, no rule. */
	private static final Set<Class<? extends Block>> BLOCKS = new LinkedHashSet<>(List.of(BlockQuote.class,
			Heading.class, FencedCodeBlock.class, ThematicBreak.class, ListBlock.class, IndentedCodeBlock.class));

	private static final Parser PARSER = Parser.builder()
		.extensions(EXTENSIONS)
		.enabledBlockTypes(BLOCKS)
		.maxOpenBlockParsers(DEEPEST_BLOCKS)
		.maxInlineNesting(DEEPEST_INLINES)
		.customInlineContentParserFactory(new RawHtml())
		.customInlineContentParserFactory(new BareAddresses())
		.customInlineContentParserFactory(new References())
		.build();

	private Markup() {
	}

	/** Reads any sequence of characters; there is no text that it refuses. */
	public static Document read(String markdown) {
		var document = PARSER.parse(WebAddress.cleaned(Characters.clean(markdown)));
		var refused = Tidying.tidy(document);
		return new Document(document, Reading.of(document), List.copyOf(refused));
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

		private Document(Node document, Reading reading, List<String> refused) {
			this.document = document;
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

		/** The same HTML each time, for the same surroundings. */
		public Html html(Surroundings surroundings) {
			return PostHtml.of(this.document, EXTENSIONS, surroundings, PostHtml.IN_A_POST);
		}

		/**
		 * The same on a page of its own, where its headings come right below the first.
		 */
		public Html page() {
			return PostHtml.of(this.document, EXTENSIONS, Surroundings.none(), PostHtml.ON_A_PAGE);
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
