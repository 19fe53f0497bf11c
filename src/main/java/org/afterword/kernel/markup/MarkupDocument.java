package org.afterword.kernel.markup;

import java.util.List;
import java.util.function.Supplier;

import org.afterword.kernel.Allowance;
import org.afterword.kernel.Html;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Characters;
import org.commonmark.node.Node;

/** A text that has been read: what it mentions, and its HTML. */
public final class MarkupDocument {

	private final Node document;

	private final List<String> names;

	private final List<Markup.Addressed> questions;

	private final List<Integer> posts;

	private final List<Markup.Link> links;

	private final List<String> refused;

	private final String text;

	private final List<Passage> passages;

	private final boolean moreQuestions;

	private final Supplier<Allowance> allowance;

	private final boolean plain;

	MarkupDocument(Node document, Reading reading, List<String> refused, Supplier<Allowance> allowance, boolean plain) {
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
	 * The names written after an @, in order, each once whatever its case; the first 50.
	 */
	public List<String> names() {
		return this.names;
	}

	/** The questions that the text mentions by number, in order; the first 20. */
	public List<Markup.Addressed> questions() {
		return this.questions;
	}

	/** Whether it mentions more questions than {@link #questions()} has. */
	public boolean namesMoreQuestions() {
		return this.moreQuestions;
	}

	/** Its paragraphs, headings and cells of tables, in order; without code. */
	List<Passage> passages() {
		return this.passages;
	}

	/** The numbers of the posts that the text mentions, as in #3. */
	public List<Integer> posts() {
		return this.posts;
	}

	/** Every web address outside code, in order, each once. */
	public List<Markup.Link> links() {
		return this.links;
	}

	/**
	 * The addresses that were written as links and stay text: those that are no web
	 * address, in a private network, or longer than 2,000 characters.
	 */
	public List<String> refused() {
		return this.refused;
	}

	/** The plain text, one line for each paragraph, for excerpts and search. */
	public String text() {
		return this.text;
	}

	/** Whether it is shown as plain paragraphs, because reading it took too long. */
	public boolean isPlain() {
		return this.plain;
	}

	/**
	 * The text as HTML of a post.
	 * @throws Refused if the HTML would be far longer than the text
	 */
	public Html html(Markup.Surroundings surroundings) {
		return PostHtml.of(this.document, Markup.EXTENSIONS, surroundings, PostHtml.IN_A_POST, this.allowance.get());
	}

	/**
	 * The text as HTML of a page of its own, whose headings begin at the second level.
	 */
	public Html page() {
		return PostHtml.of(this.document, Markup.EXTENSIONS, Markup.Surroundings.none(), PostHtml.ON_A_PAGE,
				this.allowance.get());
	}

}
