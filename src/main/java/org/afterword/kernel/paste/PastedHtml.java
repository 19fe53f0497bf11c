package org.afterword.kernel.paste;

import java.util.List;
import java.util.regex.Pattern;

import org.afterword.kernel.Refused;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Converts HTML from the clipboard, whether copied from a web page or a word processor.
 * Text, structure and addresses are kept, scripts and layout dropped; images become
 * links.
 */
public final class PastedHtml {

	/** The most characters of HTML that are converted; more are refused. */
	public static final int LONGEST = 5 * 1024 * 1024;

	/** Far more than a long document has; each costs memory when it is parsed. */
	private static final int MOST_TAGS = 60_000;

	/** In characters: every link of the page may repeat it. */
	private static final int LONGEST_BASE = 2_000;

	/** Elements inside each other; deeper ones become siblings. */
	private static final int DEEPEST = 256;

	/** The header that Windows puts before HTML in the clipboard. */
	private static final Pattern CLIPBOARD = Pattern
		.compile("\\A\\s*+Version:[0-9.]++\\h*+\\R(?:[A-Za-z]+:[^\\r\\n]*+\\R){0,12}+");

	private static final Pattern SOURCE_URL = Pattern.compile("(?im)^SourceURL:(https?://\\S+)");

	private static final Pattern BEGINNING = Pattern.compile("(?i)\\A(?:" + CLIPBOARD.pattern()
			+ ")?\\s*+<(?:!doctype|!--|/?(?:html|head|meta|body|main|article|section|div|p|ul|ol|li|table|h[1-6]|span)[\\s>])");

	private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)\\Ahttps?://[^\\s/].*");

	private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
		.extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
		.nodeRendererFactory(new RawMarkdown.Renderer())
		.build();

	private static final Pattern SPACE_ALONE = Pattern.compile("(?m)(?<=^|>) +$");

	private static final Log log = LogFactory.getLog(PastedHtml.class);

	private PastedHtml() {
	}

	/**
	 * Whether text is the source of a page, not prose that happens to contain a tag.
	 */
	public static boolean isSource(String text) {
		return BEGINNING.matcher(text).lookingAt();
	}

	/**
	 * Converts HTML to Markdown. Every web address that could be seen or followed becomes
	 * a link.
	 * @param base the address of the page, to resolve relative links; null if unknown:
	 * then they become text
	 * @throws Refused if it is too long, would grow far beyond its length, or cannot be
	 * read
	 */
	public static String toMarkdown(String html, @Nullable String base) {
		return convert(html, base, false);
	}

	/**
	 * Converts HTML to plain text, for fields without Markdown: lists keep their numbers,
	 * links their address.
	 * @param base as in {@link #toMarkdown}
	 * @throws Refused as {@link #toMarkdown}
	 */
	public static String toText(String html, @Nullable String base) {
		return convert(html, base, true);
	}

	private static String convert(String html, @Nullable String base, boolean plainText) {
		check(html);
		try {
			var written = new PasteLimit(html.length());
			RENDERER.render(HtmlReader.read(parse(html, base).body(), plainText, written), written);
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

	private static void check(String html) {
		if (html.length() > LONGEST) {
			throw new Refused("paste.too-long", html.length(), LONGEST);
		}
		if (html.chars().filter((character) -> character == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS) {
			throw new Refused("paste.too-many-parts", MOST_TAGS);
		}
	}

	private static Document parse(String html, @Nullable String base) {
		var header = CLIPBOARD.matcher(html);
		var start = header.lookingAt() ? header.end() : 0;
		var source = SOURCE_URL.matcher(html).region(0, start);
		var page = (base != null && WEB_ADDRESS.matcher(base.strip()).matches()) ? base.strip()
				: source.find() ? source.group(1) : "";
		var document = Jsoup.parse(html.substring(start), (page.length() <= LONGEST_BASE) ? page : "",
				Parser.htmlParser().setMaxDepth(DEEPEST));
		if (document.baseUri().length() > LONGEST_BASE) {
			document.body().setBaseUri("");
		}
		return document;
	}

}
