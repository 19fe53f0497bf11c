package org.afterword.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Walks once through pasted HTML, and builds the Markdown document that says the same.
 */
final class PastedBlocks {

	/** Quotes and lists inside each other; what is deeper stands beside. */
	private static final int DEEPEST = 8;

	/** Words in a cell of a table that is one; more are a page laid out in cells. */
	private static final int LONGEST_CELL = 600;

	private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "svg", "canvas",
			"select", "datalist", "textarea", "input", "button", "map");

	private static final Set<String> PICTURES = Set.of("img", "iframe", "video", "audio", "source", "embed", "track",
			"object");

	private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);

	private static final Set<String> MEANINGLESS = Set.of("javascript", "data", "blob", "about", "vbscript", "cid");

	private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|mso-hide\\s*:\\s*all");

	private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(bold|[6-9]00)");

	private static final Pattern NOT_BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(normal|[1-5]00)");

	private static final Pattern ITALIC = Pattern.compile("(?i)font-style\\s*:\\s*(italic|oblique)");

	private static final Pattern NOT_ITALIC = Pattern.compile("(?i)font-style\\s*:\\s*normal");

	private static final Pattern STRUCK = Pattern.compile("(?i)text-decoration[a-z-]*\\s*:[^;]*line-through");

	private final boolean plain;

	/** What new blocks are put into. */
	private Node into = new Document();

	/** Of the paragraph that is being read. */
	private PastedWords words;

	private int style;

	private @Nullable String address;

	private int depth;

	/** Whether blocks only set words apart, as in a cell. */
	private boolean flat;

	private final WordLists wordLists = new WordLists();

	private PastedBlocks(boolean plain) {
		this.plain = plain;
		this.words = new PastedWords(plain);
	}

	static Node of(Element body, boolean plain) {
		var blocks = new PastedBlocks(plain);
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
				if (WordLists.isItem(element) && !this.flat) {
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
		var css = element.attr("style");
		var style = before;
		style |= switch (name) {
			case "b", "strong" -> PastedWords.STRONG;
			case "i", "em", "cite", "dfn", "var" -> PastedWords.EMPHASIS;
			case "s", "strike", "del" -> PastedWords.STRUCK;
			case "code", "kbd", "samp", "tt" -> PastedWords.CODE;
			default -> 0;
		};
		if (!css.isEmpty()) {
			style |= BOLD.matcher(css).find() ? PastedWords.STRONG : 0;
			style |= ITALIC.matcher(css).find() ? PastedWords.EMPHASIS : 0;
			style |= STRUCK.matcher(css).find() ? PastedWords.STRUCK : 0;
			style &= NOT_BOLD.matcher(css).find() ? ~PastedWords.STRONG : ~0;
			style &= NOT_ITALIC.matcher(css).find() ? ~PastedWords.EMPHASIS : ~0;
		}
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
		if (anchor.text().isBlank()) {
			var described = anchor.selectFirst("img[alt~=\\S]");
			this.words.add((described != null) ? described.attr("alt") : shown(address), 0, address);
		}
		var before = this.address;
		this.address = address;
		inline(anchor, "a");
		this.address = before;
	}

	/** A picture, a film: its address, under the words that describe it. */
	private void picture(Element picture) {
		var isPixel = picture.attr("width").matches("[01](px)?") && picture.attr("height").matches("[01](px)?");
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
				&& !(scheme.matches() && MEANINGLESS.contains(scheme.group(1).toLowerCase(Locale.ROOT)))) {
			this.words.add(" (" + written + ")", 0, null);
		}
	}

	private static String shown(String address) {
		return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
	}

	private static String written(Element element, String attribute) {
		return element.attr(attribute).strip().replaceAll("[\\t\\r\\n]", "");
	}

	/** Where it leads, as it may stand in a link; null where it may not. */
	private static @Nullable String address(Element element, String attribute) {
		var written = written(element, attribute);
		if (written.isEmpty() || written.startsWith("#")) {
			return null;
		}
		var whole = written;
		if (!SCHEME.matcher(written).matches()) {
			var resolved = element.absUrl(attribute);
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
		this.words = new PastedWords(this.plain);
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
		var text = pre.wholeText().replaceAll("\\A\\R|\\s+\\z", "");
		if (this.flat || this.plain || text.isBlank()) {
			paragraphs(pre);
			return;
		}
		block(() -> {
			var code = new FencedCodeBlock();
			code.setLiteral(text + "\n");
			this.into.appendChild(code);
		});
		// Inside code an address is no link.
		for (var link : pre.select("a[href], img[src]")) {
			var address = address(link, link.hasAttr("href") ? "href" : "src");
			if (address != null) {
				this.words.add(address, 0, address);
				endParagraph();
			}
		}
	}

	private void table(Element table) {
		var rows = rows(table);
		var columns = rows.stream().mapToInt((row) -> cells(row).size()).max().orElse(0);
		if (this.flat || rows.size() < 2 || columns < 2 || isLayout(table)) {
			paragraphs(table);
			return;
		}
		if (this.plain) {
			rows.forEach(this::line);
			return;
		}
		var caption = table.selectFirst("> caption");
		if (caption != null) {
			paragraphs(caption);
		}
		block(() -> {
			var block = new TableBlock();
			var head = new TableHead();
			head.appendChild(row(rows.getFirst(), columns, true));
			block.appendChild(head);
			var body = new TableBody();
			rows.stream().skip(1).forEach((row) -> body.appendChild(row(row, columns, false)));
			block.appendChild(body);
			this.into.appendChild(block);
		});
	}

	private void line(Element row) {
		endParagraph();
		this.flat = true;
		for (var cell : cells(row)) {
			inline(cell, "td");
			this.words.space();
		}
		this.flat = false;
		endParagraph();
	}

	private static boolean isLayout(Element table) {
		return table.selectFirst(
				"table table, table h1, table h2, table h3, table ul, table ol, table blockquote, table pre") != null
				|| table.select("td, th").stream().anyMatch((cell) -> cell.text().length() > LONGEST_CELL);
	}

	/** Not by a selector, which would look into every table inside. */
	private static List<Element> rows(Element table) {
		return table.children()
			.stream()
			.flatMap((child) -> child.normalName().equals("tr") ? Stream.of(child) : child.children().stream())
			.filter((child) -> child.normalName().equals("tr"))
			.toList();
	}

	private static List<Element> cells(Element row) {
		return row.children()
			.stream()
			.filter((cell) -> cell.normalName().equals("td") || cell.normalName().equals("th"))
			.toList();
	}

	private TableRow row(Element row, int columns, boolean head) {
		var result = new TableRow();
		var cells = cells(row);
		for (var at = 0; at < columns; at++) {
			var cell = new TableCell();
			cell.setHeader(head);
			if (at < cells.size()) {
				var outer = this.words;
				this.words = new PastedWords(false);
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
		this.words = new PastedWords(this.plain);
	}

	private static boolean isUnseen(Element element) {
		if (UNSEEN.contains(element.normalName()) || WordLists.isMarker(element)) {
			return true;
		}
		return (element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find())
				&& element.select("[href], [src]").isEmpty();
	}

	private static int number(String written, int otherwise) {
		return written.matches("[0-9]{1,8}") ? Integer.parseInt(written) : otherwise;
	}

}
