package org.afterword.kernel.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.afterword.kernel.Allowance;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.address.Addresses;
import org.afterword.kernel.address.BareAddresses;
import org.afterword.kernel.text.Characters;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** Renders the nodes that differ in Afterword, and leaves the others to commonmark. */
final class PostHtml implements NodeRenderer {

	static final String REL = "nofollow noopener ugc";

	/** The level of the highest heading in a post, whose page has h1 to h3. */
	static final int IN_A_POST = 4;

	/** The level of the highest heading in a text that has a page of its own. */
	static final int ON_A_PAGE = 2;

	private final HtmlNodeRendererContext context;

	private final HtmlWriter html;

	private final Markup.Surroundings surroundings;

	private final int highestHeading;

	private PostHtml(HtmlNodeRendererContext context, Markup.Surroundings surroundings, int highestHeading) {
		this.highestHeading = highestHeading;
		this.context = context;
		this.html = context.getWriter();
		this.surroundings = surroundings;
	}

	static Html of(Node document, Iterable<Extension> extensions, Markup.Surroundings surroundings, int highestHeading,
			Allowance allowance) {
		var mixed = Characters.hasRightToLeft(Words.below(document));
		var renderer = HtmlRenderer.builder()
			.extensions(extensions)
			.escapeHtml(true)
			.softbreak("<br />\n")
			.nodeRendererFactory((context) -> new PostHtml(context, surroundings, highestHeading))
			.attributeProviderFactory((_) -> (node, tag, attributes) -> attributes(node, tag, attributes, mixed))
			.build();
		var written = allowance.writer();
		renderer.render(document, written);
		var html = Cleaner.clean(written.toString());
		allowance.mustHold(html.toString().length());
		return html;
	}

	@Override
	public Set<Class<? extends Node>> getNodeTypes() {
		return Set.of(Heading.class, Link.class, Lists.Numbered.class, Lists.Mark.class, BareAddresses.Bare.class,
				References.Mention.class, References.PostNumber.class, References.QuotedQuestion.class);
	}

	@Override
	public void render(Node node) {
		switch (node) {
			case Heading heading -> heading(heading);
			case Link link -> link(link);
			case Lists.Numbered item -> item(item);
			case Lists.Mark mark -> this.html.text(mark.written);
			case References.Mention mention -> mention(mention);
			case References.PostNumber post -> post(post);
			case References.QuotedQuestion quote -> quotedQuestion(quote);
			default -> throw new IllegalArgumentException(node.toString());
		}
	}

	private void heading(Heading heading) {
		var tag = "h" + Math.min(6, heading.getLevel() - 1 + this.highestHeading);
		this.html.line();
		this.html.tag(tag, this.context.extendAttributes(heading, tag, Map.of()));
		children(heading);
		this.html.tag("/" + tag);
		this.html.line();
	}

	private void item(Lists.Numbered item) {
		var attributes = new LinkedHashMap<String, String>();
		attributes.put("value", Integer.toString(item.number));
		attributes.putAll(this.context.extendAttributes(item, "li", Map.of()));
		this.html.tag("li", attributes);
		children(item);
		this.html.tag("/li");
		this.html.line();
	}

	private void link(Link link) {
		var attributes = new LinkedHashMap<String, String>();
		attributes.put("href", link.getDestination());
		if (Addresses.isWeb(link.getDestination())) {
			attributes.put("rel", REL);
		}
		if (link.getTitle() != null) {
			attributes.put("title", link.getTitle());
		}
		this.html.tag("a", attributes);
		children(link);
		this.html.tag("/a");
	}

	private void mention(References.Mention mention) {
		var person = this.surroundings.person(mention.name);
		if (person.isEmpty()) {
			this.html.text(Words.below(mention));
			return;
		}
		if (person.get().href() == null) {
			this.html.text(person.get().notYet());
			return;
		}
		this.html.tag("a", attributes("class", person.get().unclaimed() ? "mention unclaimed" : "mention", "href",
				person.get().href()));
		this.html.text(Words.below(mention));
		if (person.get().unclaimed()) {
			element("span", attributes("class", "visually-hidden"), person.get().notYet());
		}
		this.html.tag("/a");
	}

	private void post(References.PostNumber post) {
		var href = this.surroundings.post(post.number());
		href.ifPresent((address) -> this.html.tag("a", attributes("href", address)));
		this.html.text(Words.below(post));
		href.ifPresent((_) -> this.html.tag("/a"));
	}

	private void quotedQuestion(References.QuotedQuestion quote) {
		var question = this.surroundings.question(quote.number);
		if (question.isEmpty()) {
			blockquote(quote, null, quote.getFirstChild());
			return;
		}
		figure(quote.number, question.get());
		var numberLine = (Paragraph) quote.getFirstChild();
		var rest = afterFirstLine(numberLine);
		if (rest != null || numberLine.getNext() != null) {
			blockquote(quote, rest, numberLine.getNext());
		}
	}

	/**
	 * Writes a quote.
	 * @param line where its first paragraph begins, if that has lost its first line
	 * @param block the first of the blocks that follow
	 */
	private void blockquote(Node quote, @Nullable Node line, @Nullable Node block) {
		this.html.line();
		this.html.tag("blockquote", this.context.extendAttributes(quote, "blockquote", Map.of()));
		this.html.line();
		if (line != null) {
			this.html.tag("p", this.context.extendAttributes(quote.getFirstChild(), "p", Map.of()));
			renderFrom(line);
			this.html.tag("/p");
			this.html.line();
		}
		renderFrom(block);
		this.html.line();
		this.html.tag("/blockquote");
		this.html.line();
	}

	private void figure(QuestionNumber number, Markup.Quoted question) {
		this.html.line();
		this.html.tag("figure", attributes("class", "quoted-question"));
		this.html.tag("a", attributes("class", "numeral", "href", question.href(), "aria-label", question.label()));
		this.html.text(Integer.toString(number.major()));
		if (number.isSub()) {
			element("small", Map.of(), number.letters());
		}
		this.html.tag("/a");
		this.html.tag("blockquote");
		element("p", Characters.hasRightToLeft(question.text()) ? Map.of("dir", "auto") : Map.of(), question.text());
		this.html.tag("/blockquote");
		element("figcaption", Map.of(), question.caption());
		this.html.tag("/figure");
		this.html.line();
	}

	private void element(String tag, Map<String, String> attributes, String text) {
		this.html.tag(tag, attributes);
		this.html.text(text);
		this.html.tag("/" + tag);
	}

	private static @Nullable Node afterFirstLine(Paragraph paragraph) {
		var node = paragraph.getFirstChild();
		while (node != null && !(node instanceof SoftLineBreak || node instanceof HardLineBreak)) {
			node = node.getNext();
		}
		return (node != null) ? node.getNext() : null;
	}

	private void children(Node parent) {
		renderFrom(parent.getFirstChild());
	}

	private void renderFrom(@Nullable Node first) {
		for (var node = first; node != null; node = node.getNext()) {
			this.context.render(node);
		}
	}

	private static void attributes(Node node, String tag, Map<String, String> attributes, boolean mixed) {
		attributes.remove("align");
		switch (node) {
			case TableBlock _ -> attributes.put("class", "table");
			case FencedCodeBlock _ -> attributes.remove("class");
			default -> {
			}
		}
		if (mixed) {
			direction(node, tag, attributes);
		}
	}

	/**
	 * Browsers find the direction of text. What contains blocks needs it explicitly:
	 * {@code auto} ignores children that have a {@code dir} themselves.
	 */
	private static void direction(Node node, String tag, Map<String, String> attributes) {
		switch (node) {
			case Paragraph _, Heading _, TableCell _ -> attributes.put("dir", "auto");
			case ListItem item when item.getParent() instanceof ListBlock list && list.isTight() ->
				attributes.put("dir", "auto");
			case BlockQuote _, ListBlock _, TableBlock _, References.QuotedQuestion _ ->
				attributes.put("dir", Characters.beginsRightToLeft(Words.below(node)) ? "rtl" : "ltr");
			case FencedCodeBlock _ when tag.equals("pre") -> attributes.put("dir", "ltr");
			default -> {
			}
		}
	}

	private static Map<String, String> attributes(String... namesAndValues) {
		var attributes = new LinkedHashMap<String, String>();
		for (var i = 0; i < namesAndValues.length; i += 2) {
			attributes.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return attributes;
	}

}
