package org.afterword.kernel.paste;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.address.Addresses;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through pasted HTML, and builds the Markdown document that says the same.
 */
final class PastedBlocks {

	/** Quotes and lists inside each other; what is deeper stands beside. */
	private static final int DEEPEST = 8;

	/** The same for elements of any kind, so that the stack holds. */
	private static final int MOST_NESTED = 256;

	/** How far a link is searched for the picture that describes it. */
	private static final int MOST_LOOKED_AT = 20;

	private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "svg", "canvas",
			"select", "datalist", "textarea", "input", "button", "map");

	private static final Set<String> PICTURES = Set.of("img", "iframe", "video", "audio", "source", "embed", "track",
			"object");

	private static final Pattern SCHEME = Pattern.compile("(?i)\\A([a-z][a-z0-9+.-]*+):");

	private static final Set<String> MEANINGLESS = Set.of("javascript", "data", "blob", "about", "vbscript", "cid");

	private static final Pattern LINE_END = Pattern.compile("[\\t\\r\\n]");

	private static final Pattern PIXEL = Pattern.compile("[01](px)?");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

	private final PastedBound bound;

	private final PastedTables tables;

	/** The address of the page; empty where nobody knows it. */
	private final String base;

	/** Those that hold an address, near or deep inside. */
	private final Set<Element> leading = Collections.newSetFromMap(new IdentityHashMap<>());

	private final boolean plain;

	/** What new blocks are put into. */
	private Node into = new Document();

	/** Of the paragraph that is being read. */
	private PastedWords words;

	private int style;

	private @Nullable String address;

	private int depth;

	/** Elements inside each other, where they are read now. */
	private int nested;

	/** Whether blocks only set words apart, as in a cell. */
	private boolean flat;

	private final WordLists wordLists = new WordLists();

	private PastedBlocks(Element body, boolean plain, PastedBound bound) {
		this.plain = plain;
		this.bound = bound;
		this.words = new PastedWords(plain, bound);
		this.tables = new PastedTables(body);
		this.base = body.baseUri();
		body.traverse((node, below) -> {
			if (node instanceof Element element && (element.hasAttr("href") || element.hasAttr("src"))) {
				for (var outer = element; outer != null && this.leading.add(outer); outer = outer.parent()) {
					// The first that is known has told all around it.
				}
			}
		});
	}

	static Node of(Element body, boolean plain, PastedBound bound) {
		PastedScripts.write(body);
		var blocks = new PastedBlocks(body, plain, bound);
		var document = blocks.into;
		blocks.children(body);
		blocks.endParagraph();
		spaced(document);
		return document;
	}

	/** Sets apart what would run together in a list without empty lines. */
	private static void spaced(Node parent) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
			if (parent instanceof ListItem && node.getPrevious() != null && !mayFollowAtOnce(node)) {
				((ListBlock) parent.getParent()).setTight(false);
			}
			if (!(node instanceof Paragraph || node instanceof Heading || node instanceof TableBlock)) {
				spaced(node);
			}
		}
	}

	private static boolean mayFollowAtOnce(Node node) {
		return node instanceof ListBlock list && node.getPrevious() instanceof Paragraph
				&& list.getFirstChild().getFirstChild() != null
				&& !(list instanceof OrderedList numbered && numbered.getMarkerStartNumber() != 1);
	}

	private void children(Element parent) {
		for (var node : parent.childNodes()) {
			if (node instanceof TextNode text) {
				this.words.add(text.getWholeText(), this.style, this.address);
			}
			else if (node instanceof Element element && !isUnseen(element)) {
				element(element);
			}
		}
	}

	private void element(Element element) {
		if (this.nested >= MOST_NESTED) {
			wordsAlone(element);
			return;
		}
		this.nested++;
		read(element);
		this.nested--;
	}

	/** What stands too deep for its structure to mean anything: words and addresses. */
	private void wordsAlone(Element element) {
		element.traverse((node, below) -> {
			if (node instanceof TextNode text) {
				this.words.add(text.getWholeText(), 0, null);
			}
			else if (node instanceof Element inner && this.leading.contains(inner)) {
				var address = address(inner, inner.hasAttr("href") ? "href" : "src");
				if (address != null) {
					this.words.add(address, 0, address);
					this.words.space();
				}
			}
		});
	}

	private void read(Element element) {
		var name = element.normalName();
		if (PICTURES.contains(name)) {
			picture(element);
			return;
		}
		switch (name) {
			case "br" -> lineBreak();
			case "a", "area" -> anchor(element);
			case "hr" -> rule();
			case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
			case "ul", "ol", "menu", "dir" -> list(element);
			case "li" -> orphanItem(element);
			case "blockquote" -> inside(new BlockQuote(), () -> children(element));
			case "pre" -> code(element);
			case "table" -> table(element);
			case "td", "th", "dt", "dd", "summary", "figcaption", "legend", "option" -> paragraphs(element);
			default -> {
				if (!this.flat && this.depth < DEEPEST && WordLists.isItem(element)) {
					wordItem(element);
				}
				else if (element.isBlock()) {
					paragraphs(element);
				}
				else {
					inline(element, name);
				}
			}
		}
	}

	private void inline(Element element, String name) {
		var before = this.style;
		this.style = styled(before, element, name);
		children(element);
		this.style = before;
	}

	private static int styled(int before, Element element, String name) {
		var css = PastedStyle.of(element);
		var style = before;
		style |= switch (name) {
			case "b", "strong" -> PastedWords.STRONG;
			case "i", "em", "cite", "dfn", "var" -> PastedWords.EMPHASIS;
			case "s", "strike", "del" -> PastedWords.STRUCK;
			case "code", "kbd", "samp", "tt" -> PastedWords.CODE;
			default -> 0;
		};
		style |= css.isBold() ? PastedWords.STRONG : 0;
		style |= css.isItalic() ? PastedWords.EMPHASIS : 0;
		style |= css.isStruck() ? PastedWords.STRUCK : 0;
		style &= css.isNotBold() ? ~PastedWords.STRONG : ~0;
		style &= css.isNotItalic() ? ~PastedWords.EMPHASIS : ~0;
		return style;
	}

	private void lineBreak() {
		this.words.lineBreak();
		if (this.words.endsInBlankLine()) {
			endParagraph();
		}
	}

	private void anchor(Element anchor) {
		var written = written(anchor, "href");
		var address = address(anchor, "href");
		if (address == null) {
			inline(anchor, "a");
			aside(written);
			return;
		}
		if (!anchor.hasText()) {
			var described = described(anchor);
			this.words.add((described != null) ? described.attr("alt") : shown(address), 0, address);
		}
		var before = this.address;
		this.address = address;
		inline(anchor, "a");
		this.address = before;
	}

	private static @Nullable Element described(Element anchor) {
		return anchor.stream()
			.limit(MOST_LOOKED_AT)
			.filter((inner) -> inner.normalName().equals("img") && !inner.attr("alt").isBlank())
			.findFirst()
			.orElse(null);
	}

	/** A picture, a film: its address, under the words that describe it. */
	private void picture(Element picture) {
		var isPixel = PIXEL.matcher(picture.attr("width")).matches() && PIXEL.matcher(picture.attr("height")).matches();
		var name = picture.normalName().equals("object") ? "data" : "src";
		var address = isPixel ? null : address(picture, name);
		var alt = picture.attr("alt").isBlank() ? picture.attr("title") : picture.attr("alt");
		if (address != null) {
			this.words.space();
			this.words.add((alt.isBlank() || this.address != null) ? address : alt, 0, address);
			this.words.space();
		}
		else if (!isPixel) {
			this.words.add(alt, this.style, this.address);
			aside(written(picture, name));
		}
		if (!picture.normalName().equals("iframe")) {
			children(picture);
		}
	}

	/** Shows an address that cannot be a link, where it says anything to a reader. */
	private void aside(String written) {
		var scheme = SCHEME.matcher(written);
		if (!written.isEmpty() && !written.startsWith("#")
				&& !(scheme.lookingAt() && MEANINGLESS.contains(scheme.group(1).toLowerCase(Locale.ROOT)))) {
			this.words.add(" (" + written + ")", 0, null);
		}
	}

	private static String shown(String address) {
		return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
	}

	private static String written(Element element, String attribute) {
		return LINE_END.matcher(element.attr(attribute).strip()).replaceAll("");
	}

	/** Where it leads, as it may stand in a link; null where it may not. */
	private @Nullable String address(Element element, String attribute) {
		var written = written(element, attribute);
		if (written.isEmpty() || written.startsWith("#")) {
			return null;
		}
		var whole = written;
		if (!SCHEME.matcher(written).lookingAt()) {
			// Without an address to begin from each try costs an exception.
			var resolved = this.base.isEmpty() ? "" : element.absUrl(attribute);
			this.bound.resolved(resolved);
			whole = (resolved.isEmpty() && written.startsWith("//")) ? "https:" + written : resolved;
		}
		return Addresses.linkable(whole).filter((address) -> !address.startsWith("/")).orElse(null);
	}

	private void paragraphs(Element element) {
		endParagraph();
		inline(element, element.normalName());
		endParagraph();
	}

	private void rule() {
		block(() -> {
			var rule = new ThematicBreak();
			// Dashes behind a bullet would be a rule across the list.
			rule.setLiteral("***");
			this.into.appendChild(rule);
		});
	}

	private void heading(Element element, int level) {
		if (this.flat || this.plain) {
			paragraphs(element);
			return;
		}
		endParagraph();
		var before = this.style;
		this.style = 0;
		this.flat = true;
		children(element);
		this.flat = false;
		this.style = before;
		if (!this.words.isBlank()) {
			var heading = new Heading();
			heading.setLevel(level);
			this.words.writeInto(heading, true);
			this.into.appendChild(heading);
		}
		this.words = new PastedWords(this.plain, this.bound);
		this.wordLists.end();
	}

	private void list(Element list) {
		if (this.flat || this.depth >= DEEPEST) {
			paragraphs(list);
			return;
		}
		endParagraph();
		this.wordLists.end();
		var items = new Items(list.normalName().equals("ol"), number(list.attr("start"), 1));
		for (var child : list.children()) {
			if (child.normalName().equals("li")) {
				inside(items.next(number(child.attr("value"), items.number)), () -> children(child));
			}
			else if (!isUnseen(child)) {
				inside(items.last(), () -> element(child));
			}
		}
		endParagraph();
	}

	/** The items of one list; a number out of turn begins another one. */
	private final class Items {

		private final boolean ordered;

		private int number;

		private @Nullable ListBlock list;

		Items(boolean ordered, int number) {
			this.ordered = ordered;
			this.number = number;
		}

		ListItem next(int wanted) {
			if (this.list == null || (this.ordered && wanted != this.number)) {
				this.list = append(this.ordered, wanted, this.list);
			}
			this.number = wanted + 1;
			return item(this.list);
		}

		/** Where a list stands in a list without an item of its own. */
		ListItem last() {
			return (this.list != null && this.list.getLastChild() instanceof ListItem item) ? item : next(this.number);
		}

	}

	private ListBlock append(boolean ordered, int start, @Nullable ListBlock before) {
		ListBlock list;
		if (ordered) {
			var numbered = new OrderedList();
			numbered.setMarkerStartNumber(start);
			numbered.setMarkerDelimiter(
					(before instanceof OrderedList last && ".".equals(last.getMarkerDelimiter())) ? ")" : ".");
			list = numbered;
		}
		else {
			var bullets = new BulletList();
			bullets.setMarker("-");
			list = bullets;
		}
		list.setTight(true);
		this.into.appendChild(list);
		return list;
	}

	private static ListItem item(ListBlock list) {
		var item = new ListItem();
		list.appendChild(item);
		return item;
	}

	private void orphanItem(Element element) {
		if (this.flat || this.depth >= DEEPEST) {
			paragraphs(element);
			return;
		}
		endParagraph();
		var list = (this.into.getLastChild() instanceof BulletList last) ? last : append(false, 1, null);
		inside(item(list), () -> children(element));
	}

	private void wordItem(Element paragraph) {
		endParagraph();
		var lists = this.wordLists;
		var item = lists.item(paragraph, this.into, (ordered, start, before) -> {
			var outer = this.into;
			this.into = before.parent();
			var list = append(ordered, start, before.list());
			this.into = outer;
			return list;
		});
		inside(item, () -> inline(paragraph, "p"));
		lists.resume();
	}

	private void code(Element pre) {
		if (this.flat || this.plain || !pre.hasText()) {
			paragraphs(pre);
			return;
		}
		var text = withoutEnds(pre.wholeText());
		this.bound.read(text);
		block(() -> {
			var code = new FencedCodeBlock();
			code.setLiteral(text + "\n");
			this.into.appendChild(code);
		});
		// Inside code an address is no link.
		pre.stream()
			.filter((inner) -> (inner.normalName().equals("a") && inner.hasAttr("href"))
					|| (inner.normalName().equals("img") && inner.hasAttr("src")))
			.map((link) -> address(link, link.hasAttr("href") ? "href" : "src"))
			.filter(Objects::nonNull)
			.forEach((address) -> {
				this.words.add(address, 0, address);
				endParagraph();
			});
	}

	/** Without the line end before it, and without the space behind. */
	private static String withoutEnds(String code) {
		var start = code.startsWith("\r\n") ? 2 : (code.startsWith("\n") || code.startsWith("\r")) ? 1 : 0;
		return code.substring(start).stripTrailing();
	}

	private void table(Element table) {
		var rows = this.flat ? List.<List<Element>>of() : this.tables.rows(table);
		if (rows.isEmpty()) {
			paragraphs(table);
			return;
		}
		if (this.plain) {
			rows.forEach(this::line);
			return;
		}
		table.children()
			.stream()
			.filter((child) -> child.normalName().equals("caption"))
			.findFirst()
			.ifPresent(this::paragraphs);
		block(() -> {
			var block = new TableBlock();
			var head = new TableHead();
			head.appendChild(row(rows.getFirst(), PastedTables.columns(rows), true));
			block.appendChild(head);
			var body = new TableBody();
			// A row need not be as long as the first.
			rows.stream().skip(1).forEach((row) -> body.appendChild(row(row, row.size(), false)));
			block.appendChild(body);
			this.into.appendChild(block);
		});
	}

	private void line(List<Element> row) {
		endParagraph();
		this.flat = true;
		for (var cell : row) {
			inline(cell, "td");
			this.words.space();
		}
		this.flat = false;
		endParagraph();
	}

	private TableRow row(List<Element> cells, int columns, boolean head) {
		var result = new TableRow();
		for (var at = 0; at < columns; at++) {
			var cell = new TableCell();
			cell.setHeader(head);
			if (at < cells.size()) {
				var outer = this.words;
				this.words = new PastedWords(false, this.bound);
				this.flat = true;
				inline(cells.get(at), head ? "td" : cells.get(at).normalName());
				this.flat = false;
				this.words.writeInto(cell, true);
				this.words = outer;
			}
			result.appendChild(cell);
		}
		return result;
	}

	/** Reads what stands inside a block that holds blocks. */
	private void inside(Node block, Runnable read) {
		if (this.flat || (block.getParent() == null && this.depth >= DEEPEST)) {
			endParagraph();
			read.run();
			endParagraph();
			return;
		}
		endParagraph();
		if (block.getParent() == null) {
			this.wordLists.end();
			this.into.appendChild(block);
		}
		var outer = this.into;
		this.into = block;
		this.depth++;
		read.run();
		endParagraph();
		this.depth--;
		this.into = outer;
		if (block.getFirstChild() == null && !(block instanceof ListItem)) {
			block.unlink();
		}
	}

	private void block(Runnable append) {
		endParagraph();
		if (!this.flat) {
			append.run();
			this.wordLists.end();
		}
	}

	private void endParagraph() {
		if (this.flat) {
			this.words.space();
			return;
		}
		if (!this.words.isBlank()) {
			var paragraph = new Paragraph();
			this.words.writeInto(paragraph, false);
			this.into.appendChild(paragraph);
			this.wordLists.end();
		}
		this.words = new PastedWords(this.plain, this.bound);
	}

	private boolean isUnseen(Element element) {
		if (UNSEEN.contains(element.normalName()) || WordLists.isMarker(element)) {
			return true;
		}
		return (element.hasAttr("hidden") || PastedStyle.of(element).isHidden()) && !this.leading.contains(element);
	}

	private static int number(String written, int otherwise) {
		return NUMBER.matcher(written).matches() ? Integer.parseInt(written) : otherwise;
	}

}
