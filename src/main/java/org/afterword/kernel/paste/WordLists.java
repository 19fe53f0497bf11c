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
 * mark in the text. These paragraphs become a list again.
 */
final class WordLists {

	private static final Pattern LEVEL = Pattern.compile("l[0-9]++\\s++level([0-9])");

	private static final Pattern NUMBER = Pattern.compile("\\(?([0-9]{1,6}|[a-z]|[ivx]{1,9})[.)]",
			Pattern.CASE_INSENSITIVE);

	/** The mark stands first in its paragraph. */
	private static final int MOST_LOOKED_AT = 20;

	private static final int LONGEST_MARK = 40;

	private final Deque<Level> open = new ArrayDeque<>();

	private boolean paused;

	/** Begins a list, after another of the same level or none. */
	interface Beginning {

		ListBlock begin(boolean ordered, int start, Place place);

	}

	/**
	 * @param parent what the list is put into
	 * @param list the one before it there
	 */
	record Place(Node parent, @Nullable ListBlock list) {
	}

	private record Level(int level, ListBlock list, int next) {
	}

	static boolean isItem(Element element) {
		return LEVEL.matcher(PastedStyle.of(element).wordList()).lookingAt();
	}

	/** The mark before the words, which the list will have of its own. */
	static boolean isMarker(Element element) {
		return PastedStyle.of(element).wordList().startsWith("ignore");
	}

	/**
	 * The item for the words of this paragraph. Until {@link #resume} nothing ends it.
	 */
	ListItem item(Element paragraph, Node parent, Beginning beginning) {
		var found = LEVEL.matcher(PastedStyle.of(paragraph).wordList());
		var level = found.lookingAt() ? Integer.parseInt(found.group(1)) : 1;
		var mark = paragraph.stream()
			.limit(MOST_LOOKED_AT)
			.filter(WordLists::isMarker)
			.map((marker) -> beginning(marker).replace('\u00A0', ' ').strip())
			.findFirst()
			.orElse("");
		var number = NUMBER.matcher(mark);
		var ordered = number.matches();
		ListBlock before = null;
		while (!this.open.isEmpty() && this.open.peek().level() > level) {
			this.open.pop();
		}
		var next = 1;
		if (!this.open.isEmpty() && this.open.peek().level() == level) {
			var same = this.open.pop();
			before = same.list();
			next = same.next();
		}
		var wanted = (ordered && Character.isDigit(number.group(1).charAt(0))) ? Integer.parseInt(number.group(1))
				: next;
		var list = before;
		if (list == null || ordered != list instanceof OrderedList || (ordered && wanted != next)) {
			list = beginning.begin(ordered, wanted, new Place(place(parent), before));
		}
		this.open.push(new Level(level, list, wanted + 1));
		var item = new ListItem();
		list.appendChild(item);
		this.paused = true;
		return item;
	}

	private static String beginning(Element marker) {
		var words = new StringBuilder();
		marker.nodeStream(TextNode.class).limit(MOST_LOOKED_AT).forEach((text) -> {
			var written = text.getWholeText();
			words.append(written, 0, Math.min(written.length(), LONGEST_MARK));
		});
		return words.toString();
	}

	/** Something else stands between: the next paragraph begins a list of its own. */
	void end() {
		if (!this.paused) {
			this.open.clear();
		}
	}

	void resume() {
		this.paused = false;
	}

	private Node place(Node parent) {
		return this.open.isEmpty() ? parent : Objects.requireNonNull(this.open.peek().list().getLastChild());
	}

}
