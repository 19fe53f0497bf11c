package org.afterword.kernel.paste;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Walks once through pasted HTML and builds the Markdown document that says the same. */
final class HtmlReader {

	/** Elements inside each other, so that the stack suffices. */
	private static final int MOST_NESTED = 256;

	/** How many elements of a link are searched for an image that describes it. */
	private static final int MOST_SEARCHED = 20;

	private static final Set<String> IGNORED = Set.of("script", "style", "head", "title", "template", "svg", "canvas",
			"select", "datalist", "textarea", "input", "button", "map");

	private static final Set<String> MEDIA = Set.of("img", "iframe", "video", "audio", "source", "embed", "track",
			"object");

	/** The width or height of an image that only counts visits. */
	private static final Pattern PIXEL = Pattern.compile("[01](px)?");

	private final PasteLimit limit;

	private final PastedAddresses addresses;

	private final MarkdownDocument document;

	private final TableReader tables;

	private final ListReader lists;

	private TextStyle style = TextStyle.PLAIN;

	/** What the text links to where it is read now. */
	private @Nullable String address;

	private int nested;

	private HtmlReader(Element body, boolean plainText, PasteLimit limit) {
		this.limit = limit;
		this.addresses = new PastedAddresses(body, limit);
		this.document = new MarkdownDocument(plainText, limit);
		this.tables = new TableReader(this, this.document, new DataTables(body));
		this.lists = new ListReader(this, this.document);
	}

	/**
	 * The document.
	 * @param plainText whether it will be read as plain text and not as Markdown
	 */
	static Node read(Element body, boolean plainText, PasteLimit limit) {
		SuperAndSubscripts.write(body);
		var reader = new HtmlReader(body, plainText, limit);
		reader.children(body);
		return reader.document.finished();
	}

	void children(Element parent) {
		for (var node : parent.childNodes()) {
			if (node instanceof TextNode text) {
				this.document.text(text.getWholeText(), this.style, this.address);
			}
			else if (node instanceof Element element && !isInvisible(element)) {
				element(element);
			}
		}
	}

	void element(Element element) {
		if (this.nested >= MOST_NESTED) {
			wordsAndAddresses(element);
			return;
		}
		this.nested++;
		read(element);
		this.nested--;
	}

	/** Reads an element that is nested too deeply for its structure to matter. */
	private void wordsAndAddresses(Element element) {
		element.traverse((node, _) -> {
			if (node instanceof TextNode text) {
				this.document.text(text.getWholeText(), TextStyle.PLAIN, null);
			}
			else if (node instanceof Element inner && this.addresses.areIn(inner)) {
				var found = this.addresses.of(inner);
				if (found != null) {
					this.document.text(found, TextStyle.PLAIN, found);
					this.document.space();
				}
			}
		});
	}

	private void read(Element element) {
		switch (element.normalName()) {
			case "br" -> this.document.lineBreak();
			case "a", "area" -> anchor(element);
			case "hr" -> rule();
			case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
			case "ul", "ol", "menu", "dir" -> this.lists.list(element);
			case "li" -> this.lists.itemWithoutList(element);
			case "blockquote" -> this.document.inside(new BlockQuote(), () -> children(element));
			case "pre" -> code(element);
			case "table" -> this.tables.table(element);
			case "td", "th", "dt", "dd", "summary", "figcaption", "legend", "option" -> paragraphs(element);
			default -> other(element);
		}
	}

	private void other(Element element) {
		if (MEDIA.contains(element.normalName())) {
			media(element);
		}
		else if (this.document.holdsBlocks() && OfficeLists.isItem(element)) {
			this.lists.officeItem(element);
		}
		else if (element.isBlock()) {
			paragraphs(element);
		}
		else {
			inline(element);
		}
	}

	void inline(Element element) {
		var before = this.style;
		this.style = before.inside(element);
		children(element);
		this.style = before;
	}

	void paragraphs(Element element) {
		this.document.endParagraph();
		inline(element);
		this.document.endParagraph();
	}

	private void anchor(Element anchor) {
		var found = this.addresses.of(anchor, "href");
		if (found == null) {
			inline(anchor);
			unlinked(PastedAddresses.written(anchor, "href"));
			return;
		}
		if (!anchor.hasText()) {
			var image = describedImage(anchor);
			this.document.text((image != null) ? image.attr("alt") : PastedAddresses.shown(found), TextStyle.PLAIN,
					found);
		}
		var before = this.address;
		this.address = found;
		inline(anchor);
		this.address = before;
	}

	private static @Nullable Element describedImage(Element anchor) {
		return anchor.stream()
			.limit(MOST_SEARCHED)
			.filter((inner) -> inner.normalName().equals("img") && !inner.attr("alt").isBlank())
			.findFirst()
			.orElse(null);
	}

	/** An image or a film becomes a link from its description. */
	private void media(Element media) {
		var isPixel = PIXEL.matcher(media.attr("width")).matches() && PIXEL.matcher(media.attr("height")).matches();
		var attribute = media.normalName().equals("object") ? "data" : "src";
		var found = isPixel ? null : this.addresses.of(media, attribute);
		var description = media.attr("alt").isBlank() ? media.attr("title") : media.attr("alt");
		if (found != null) {
			this.document.space();
			this.document.text((description.isBlank() || this.address != null) ? found : description, TextStyle.PLAIN,
					found);
			this.document.space();
		}
		else if (!isPixel) {
			this.document.text(description, this.style, this.address);
			unlinked(PastedAddresses.written(media, attribute));
		}
		if (!media.normalName().equals("iframe")) {
			children(media);
		}
	}

	private void unlinked(String address) {
		if (PastedAddresses.isWorthShowing(address)) {
			this.document.text(" (" + address + ")", TextStyle.PLAIN, null);
		}
	}

	private void rule() {
		var rule = new ThematicBreak();
		// Dashes after a bullet would be a rule across the list.
		rule.setLiteral("***");
		this.document.append(rule);
	}

	private void heading(Element element) {
		if (this.document.isOnOneLine() || this.document.isPlainText()) {
			paragraphs(element);
			return;
		}
		var before = this.style;
		this.style = TextStyle.PLAIN;
		this.document.heading(element.normalName().charAt(1) - '0', () -> children(element));
		this.style = before;
	}

	private void code(Element pre) {
		if (this.document.isOnOneLine() || this.document.isPlainText() || !pre.hasText()) {
			paragraphs(pre);
			return;
		}
		var text = withoutEnds(pre.wholeText());
		this.limit.read(text);
		var code = new FencedCodeBlock();
		code.setLiteral(text + "\n");
		this.document.append(code);
		// Inside code an address is no link.
		pre.stream()
			.filter((inner) -> (inner.normalName().equals("a") && inner.hasAttr("href"))
					|| (inner.normalName().equals("img") && inner.hasAttr("src")))
			.map(this.addresses::of)
			.filter(Objects::nonNull)
			.forEach((found) -> {
				this.document.text(found, TextStyle.PLAIN, found);
				this.document.endParagraph();
			});
	}

	/** Without the line end at the beginning and the white space at the end. */
	private static String withoutEnds(String code) {
		var start = code.startsWith("\r\n") ? 2 : (code.startsWith("\n") || code.startsWith("\r")) ? 1 : 0;
		return code.substring(start).stripTrailing();
	}

	/** Hidden elements with an address are read: somebody may look for it. */
	boolean isInvisible(Element element) {
		return IGNORED.contains(element.normalName()) || OfficeLists.isMarker(element)
				|| ((element.hasAttr("hidden") || StyleAttribute.of(element).isHidden())
						&& !this.addresses.areIn(element));
	}

}
