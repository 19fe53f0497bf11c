package org.afterword.kernel.paste;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Pattern;

import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Word and Outlook write a list as paragraphs, each with its level in a style and its
 * marker in the text. These paragraphs become a list again.
 */
final class OfficeLists {

	private static final Pattern LEVEL = Pattern.compile("l[0-9]++\\s++level([0-9])");

	private static final Pattern NUMBER = Pattern.compile("\\(?([0-9]{1,6}|[a-z]|[ivx]{1,9})[.)]",
			Pattern.CASE_INSENSITIVE);

	/** How many elements are searched for the marker, which comes first. */
	private static final int MOST_SEARCHED = 20;

	private static final int LONGEST_MARKER = 40;

	/** The lists that can go on, the innermost first. */
	private final Deque<Level> open = new ArrayDeque<>();

	/** Whether an item is being read, whose own blocks end no list. */
	private boolean insideItem;

	/** Begins a list in a parent, where another list may stand right before it. */
	interface Beginning {

		ListBlock begin(Node parent, boolean ordered, int start, @Nullable ListBlock before);

	}

	/**
	 * A list that can go on.
	 *
	 * @param next the number that its next item will have
	 */
	private record Level(int level, ListBlock list, int next) {
	}

	/**
	 * What the marker of an item says.
	 *
	 * @param number null unless it is written in digits
	 */
	private record Marker(boolean ordered, @Nullable Integer number) {

		static Marker of(Element paragraph) {
			var text = paragraph.stream()
				.limit(MOST_SEARCHED)
				.filter(OfficeLists::isMarker)
				.map((marker) -> beginning(marker).replace('\u00A0', ' ').strip())
				.findFirst()
				.orElse("");
			var number = NUMBER.matcher(text);
			var ordered = number.matches();
			return new Marker(ordered, (ordered && Character.isDigit(number.group(1).charAt(0)))
					? Integer.valueOf(number.group(1)) : null);
		}

	}

	static boolean isItem(Element element) {
		return LEVEL.matcher(StyleAttribute.of(element).officeList()).lookingAt();
	}

	/** Whether it is the marker before the text, which Markdown writes by itself. */
	static boolean isMarker(Element element) {
		return StyleAttribute.of(element).officeList().startsWith("ignore");
	}

	/**
	 * Appends an item for the text of a paragraph, to the list that goes on or to a new
	 * one. Until {@link #resume} nothing ends that list.
	 */
	ListItem item(Element paragraph, Node parent, Beginning beginning) {
		var level = level(paragraph);
		var marker = Marker.of(paragraph);
		while (!this.open.isEmpty() && this.open.peek().level() > level) {
			this.open.pop();
		}
		var same = (!this.open.isEmpty() && this.open.peek().level() == level) ? this.open.pop() : null;
		var before = (same != null) ? same.list() : null;
		var next = (same != null) ? same.next() : 1;
		var number = (marker.number() != null) ? marker.number() : next;
		var goesOn = before != null && marker.ordered() == before instanceof OrderedList
				&& (!marker.ordered() || number == next);
		var list = goesOn ? Objects.requireNonNull(before)
				: beginning.begin(innermostItem(parent), marker.ordered(), number, before);
		this.open.push(new Level(level, list, number + 1));
		this.insideItem = true;
		var item = new ListItem();
		list.appendChild(item);
		return item;
	}

	/** Ends the lists: something else stands between them and the next item. */
	void end() {
		if (!this.insideItem) {
			this.open.clear();
		}
	}

	/** Says that the text of the item has been read. */
	void resume() {
		this.insideItem = false;
	}

	private static int level(Element paragraph) {
		var found = LEVEL.matcher(StyleAttribute.of(paragraph).officeList());
		return found.lookingAt() ? Integer.parseInt(found.group(1)) : 1;
	}

	private static String beginning(Element marker) {
		var words = new StringBuilder();
		marker.nodeStream(TextNode.class).limit(MOST_SEARCHED).forEach((text) -> {
			var written = text.getWholeText();
			words.append(written, 0, Math.min(written.length(), LONGEST_MARKER));
		});
		return words.toString();
	}

	private Node innermostItem(Node parent) {
		return this.open.isEmpty() ? parent : Objects.requireNonNull(this.open.peek().list().getLastChild());
	}

}
