package org.afterword.kernel.paste;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.Refused;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a web page or a word processor leaves in a clipboard: HTML of any shape, of which
 * words, structure and addresses are kept. Scripts and looks are dropped, pictures become
 * links to where they are.
 */
public final class PastedHtml {

	/** In characters; longer ones are for the caller to refuse. */
	public static final int LONGEST = 5 * 1024 * 1024;

	/** Far more than a long document has; each costs memory before anything is read. */
	private static final int MOST_TAGS = 60_000;

	/** Every link on a page may repeat it. */
	private static final int LONGEST_BASE = 2_000;

	/** Elements inside each other; deeper ones are read as if they stood side by side. */
	private static final int DEEPEST = 256;

	/** What Windows writes before the HTML. */
	private static final Pattern CLIPBOARD = Pattern
		.compile("\\A\\s*+Version:[0-9.]++\\h*+\\R(?:[A-Za-z]+:[^\\r\\n]*+\\R){0,12}+");

	private static final Pattern SOURCE = Pattern.compile("(?im)^SourceURL:(https?://\\S+)");

	private static final Pattern BEGINNING = Pattern.compile("(?i)\\A(?:" + CLIPBOARD.pattern()
			+ ")?\\s*+<(?:!doctype|!--|/?(?:html|head|meta|body|main|article|section|div|p|ul|ol|li|table|h[1-6]|span)[\\s>])");

	private static final Pattern WEB = Pattern.compile("(?i)\\Ahttps?://[^\\s/].*");

	private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
		.extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
		.nodeRendererFactory(new AsItStands())
		.build();

	private static final Pattern SPACE_ALONE = Pattern.compile("(?m)(?<=^|>) +$");

	private static final Log log = LogFactory.getLog(PastedHtml.class);

	private PastedHtml() {
	}

	/**
	 * Whether words are the source of a page, pasted as it is, and not a text that
	 * happens to hold a tag.
	 */
	public static boolean isSource(String words) {
		return BEGINNING.matcher(words).lookingAt();
	}

	/**
	 * The same in Markdown. Every web address that somebody could see or press is a link
	 * in it.
	 * @param base the address of the page, for links that leave it out; others are shown
	 * as text
	 * @throws Refused where it would become far more than it is, or cannot be read
	 */
	public static String toMarkdown(String html, @Nullable String base) {
		return write(html, base, false);
	}

	/**
	 * The same as plain words, for fields that hold no Markdown: lists keep their
	 * numbers, links their address.
	 */
	public static String toText(String html, @Nullable String base) {
		return write(html, base, true);
	}

	private static String write(String html, @Nullable String base, boolean plain) {
		try {
			if (html.length() > LONGEST) {
				throw new Refused("paste.too-long", html.length(), LONGEST);
			}
			if (html.chars().filter((sign) -> sign == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS) {
				throw new Refused("paste.too-many-parts", MOST_TAGS);
			}
			var written = new PastedBound(html.length());
			RENDERER.render(PastedBlocks.of(parse(html, base).body(), plain, written), written);
			return SPACE_ALONE.matcher(written.toString()).replaceAll("").strip();
		}
		catch (Refused refused) {
			throw refused;
		}
		catch (RuntimeException | StackOverflowError unexpected) {
			log.warn("A paste of " + html.length() + " characters could not be read", unexpected);
			throw new Refused("paste.unreadable");
		}
	}

	private static Document parse(String html, @Nullable String base) {
		var header = CLIPBOARD.matcher(html);
		var start = header.lookingAt() ? header.end() : 0;
		var source = SOURCE.matcher(html).region(0, start);
		var page = (base != null && WEB.matcher(base.strip()).matches()) ? base.strip()
				: source.find() ? source.group(1) : "";
		var document = Jsoup.parse(html.substring(start), (page.length() <= LONGEST_BASE) ? page : "",
				Parser.htmlParser().setMaxDepth(DEEPEST));
		if (document.baseUri().length() > LONGEST_BASE) {
			document.body().setBaseUri("");
		}
		return document;
	}

	/** Writes {@link PastedWords.Raw}. */
	private static final class AsItStands implements MarkdownNodeRendererFactory {

		@Override
		public NodeRenderer create(MarkdownNodeRendererContext context) {
			return new NodeRenderer() {
				@Override
				public Set<Class<? extends Node>> getNodeTypes() {
					return Set.of(PastedWords.Raw.class);
				}

				@Override
				public void render(Node node) {
					context.getWriter().raw(((PastedWords.Raw) node).markdown);
				}
			};
		}

		@Override
		public Set<Character> getSpecialCharacters() {
			return Set.of();
		}

	}

}
