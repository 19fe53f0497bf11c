package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

import org.afterword.kernel.Budget;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.address.Addresses;
import org.afterword.kernel.questions.QuestionWords;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Walks once through a tidied text and notes what it refers to. What turns out to be no
 * reference becomes text.
 */
final class Reading {

	static final int MOST_NAMES = 50;

	static final int MOST_QUESTIONS = 20;

	final SequencedMap<String, String> names = new LinkedHashMap<>();

	final SequencedMap<QuestionNumber, Boolean> questions = new LinkedHashMap<>();

	final SequencedSet<Integer> posts = new LinkedHashSet<>();

	final SequencedMap<String, Markup.Link> links = new LinkedHashMap<>();

	final StringBuilder text = new StringBuilder();

	final List<Markup.Passage> passages = new ArrayList<>();

	boolean moreQuestions;

	private int block;

	static Reading of(Node document) {
		var reading = new Reading();
		reading.blocks(document, false);
		return reading;
	}

	private void blocks(Node parent, boolean quoted) {
		for (var node = parent.getFirstChild(); node != null;) {
			Budget.check();
			var next = node.getNext();
			if (parent instanceof Document) {
				this.block++;
			}
			switch (node) {
				case Paragraph _, Heading _, TableCell _ -> line(node, quoted);
				case FencedCodeBlock code -> paragraph(code.getLiteral());
				case BlockQuote quote -> blocks(withNumber(quote), true);
				default -> blocks(node, quoted);
			}
			node = next;
		}
	}

	private void line(Node block, boolean quoted) {
		var line = new Line();
		inlines(block, line);
		paragraph(line.seen.toString());
		var found = QuestionWords.in(Budget.watched(line.words));
		this.passages.add(new Markup.Passage(line.words.toString(), line.seen.toString(), quoted, line.linked,
				block instanceof Heading, block instanceof Heading || line.isNumber(found), this.block,
				line.stretches(found, quoted)));
		for (var question : found) {
			// Inside a quote the words are someone else's: only what it stands under
			// counts.
			if (!quoted || question.leads()) {
				question.numbers().forEach((number) -> address(number, question.proposesAnswer() && !quoted));
			}
		}
		line.posts.forEach((post, place) -> {
			if (PostWords.isPost(line.words, place, found)) {
				this.posts.add(post.number());
			}
			else {
				becomesText(post);
			}
		});
	}

	private void inlines(Node parent, Line line) {
		for (var node = parent.getFirstChild(); node != null;) {
			var next = node.getNext();
			switch (node) {
				case Link link -> {
					var words = Words.below(link);
					if (Addresses.isWeb(link.getDestination())) {
						this.links.putIfAbsent(link.getDestination(), new Markup.Link(link.getDestination(), words));
						line.linked = true;
						line.links.put(line.words.length(), link.getDestination());
					}
					line.opaque(words);
				}
				case Code code -> line.opaque(code.getLiteral());
				case Lists.Mark mark -> line.seen.append(mark.written);
				case References.Mention mention -> {
					line.plain("@" + mention.name);
					note(mention);
				}
				case References.PostNumber post -> {
					line.posts.put(post, line.words.length());
					line.plain("#" + post.written);
				}
				default -> {
					var own = Words.of(node);
					if (own != null) {
						line.plain(own);
					}
					else {
						inlines(node, line);
					}
				}
			}
			node = next;
		}
	}

	private void note(References.Mention mention) {
		var key = mention.name.toLowerCase(Locale.ROOT);
		if (this.names.size() < MOST_NAMES || this.names.containsKey(key)) {
			this.names.putIfAbsent(key, mention.name);
		}
		else {
			becomesText(mention);
		}
	}

	private void address(QuestionNumber number, boolean answers) {
		if (this.questions.size() < MOST_QUESTIONS || this.questions.containsKey(number)) {
			this.questions.merge(number, answers, Boolean::logicalOr);
		}
		else {
			this.moreQuestions = true;
		}
	}

	/** A line each; what stood in several lines is parted by one space. */
	private void paragraph(String words) {
		var before = this.text.length();
		words.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> {
			if (this.text.length() > before) {
				this.text.append(' ');
			}
			this.text.append(line);
		});
		if (this.text.length() > before) {
			this.text.append('\n');
		}
	}

	private static Node withNumber(BlockQuote quote) {
		if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
			return quote;
		}
		var number = QuestionWords.only(Words.below(paragraph).lines().findFirst().orElse(""));
		if (number.isEmpty()) {
			return quote;
		}
		var numbered = new References.QuotedQuestion(number.get());
		while (quote.getFirstChild() != null) {
			numbered.appendChild(quote.getFirstChild());
		}
		quote.insertBefore(numbered);
		quote.unlink();
		return numbered;
	}

	private static void becomesText(Node reference) {
		reference.insertBefore(new Text(Words.below(reference)));
		reference.unlink();
	}

	/** The words of one block: as seen, and as far as they may hold references. */
	private static final class Line {

		private static final char OPAQUE = '\uFFFC';

		private final StringBuilder seen = new StringBuilder();

		private final StringBuilder words = new StringBuilder();

		private boolean linked;

		private final SequencedMap<Integer, String> links = new LinkedHashMap<>();

		private final Map<References.PostNumber, Integer> posts = new LinkedHashMap<>();

		private void plain(String text) {
			this.seen.append(text);
			this.words.append(text);
		}

		private void opaque(String text) {
			this.seen.append(text);
			this.words.append(OPAQUE);
		}

		/** Whether it says no more than the numbers of questions. */
		private boolean isNumber(List<QuestionWords.Found> found) {
			return found.size() == 1 && found.getFirst().leads()
					&& this.words.substring(found.getFirst().end())
						.codePoints()
						.noneMatch((sign) -> Character.isLetterOrDigit(sign) || sign == OPAQUE);
		}

		/**
		 * The whole line, unless several lines of it begin with a number: people write
		 * without empty lines between, as in mail.
		 */
		private List<Parts.Stretch> stretches(List<QuestionWords.Found> found, boolean quoted) {
			var counting = found.stream().filter((one) -> !quoted || one.leads()).toList();
			var starts = counting.stream().map((one) -> startOfLine(one.start())).filter((at) -> at >= 0).toList();
			var lines = this.words.toString().split("\n", -1);
			var seenLines = this.seen.toString().split("\n", -1);
			if (starts.size() < 2 || lines.length != seenLines.length) {
				return List.of(stretch(this.seen.toString(), counting, 0, this.words.length() + 1));
			}
			var stretches = new ArrayList<Parts.Stretch>();
			var text = new StringBuilder();
			var from = 0;
			var at = 0;
			for (var number = 0; number < lines.length; number++) {
				if (at > from && starts.contains(at)) {
					stretches.add(stretch(text.toString(), counting, from, at));
					text.setLength(0);
					from = at;
				}
				text.append(text.isEmpty() ? "" : "\n").append(seenLines[number]);
				at += lines[number].length() + 1;
			}
			stretches.add(stretch(text.toString(), counting, from, at));
			return List.copyOf(stretches);
		}

		private Parts.Stretch stretch(String text, List<QuestionWords.Found> found, int from, int to) {
			return new Parts.Stretch(text,
					found.stream()
						.filter((one) -> from <= one.start() && one.start() < to)
						.flatMap((one) -> one.numbers().stream())
						.distinct()
						.toList(),
					this.links.entrySet()
						.stream()
						.filter((one) -> from <= one.getKey() && one.getKey() < to)
						.map(Map.Entry::getValue)
						.distinct()
						.toList());
		}

		/** Where the line begins whose first word stands there; -1 where others do. */
		private int startOfLine(int place) {
			var start = place;
			while (start > 0 && this.words.charAt(start - 1) != '\n') {
				start--;
				if (!Character.isWhitespace(this.words.charAt(start))) {
					return -1;
				}
			}
			return start;
		}

	}

	List<Markup.Addressed> addressed() {
		var result = new ArrayList<Markup.Addressed>();
		this.questions.forEach((number, answers) -> result.add(new Markup.Addressed(number, answers)));
		return List.copyOf(result);
	}

}
