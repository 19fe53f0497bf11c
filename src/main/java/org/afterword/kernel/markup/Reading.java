package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
 * Walks once through a cleaned document and collects what it mentions. What turns out to
 * be no reference becomes text.
 */
final class Reading {

	static final int MOST_NAMES = 50;

	static final int MOST_QUESTIONS = 20;

	final SequencedMap<String, String> names = new LinkedHashMap<>();

	final SequencedMap<QuestionNumber, Boolean> questions = new LinkedHashMap<>();

	final SequencedSet<Integer> posts = new LinkedHashSet<>();

	final SequencedMap<String, Markup.Link> links = new LinkedHashMap<>();

	final StringBuilder text = new StringBuilder();

	final List<Passage> passages = new ArrayList<>();

	boolean moreQuestions;

	/** The number of the outermost block that is read. */
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
				case Paragraph _, Heading _, TableCell _ -> block(node, quoted);
				case FencedCodeBlock code -> paragraph(code.getLiteral());
				case BlockQuote quote -> blocks(withNumber(quote), true);
				default -> blocks(node, quoted);
			}
			node = next;
		}
	}

	private void block(Node node, boolean quoted) {
		var text = new BlockText();
		inlines(node, text);
		paragraph(text.seen.toString());
		var found = QuestionWords.in(Budget.watched(text.words));
		var heading = node instanceof Heading;
		this.passages.add(new Passage(text.words.toString(), text.seen.toString(), quoted, text.isLinked(), heading,
				heading || text.isNumber(found), this.block, text.stretches(found, quoted)));
		for (var question : found) {
			// Inside a quote the words are someone else's: only the number above counts.
			if (!quoted || question.leads()) {
				question.numbers().forEach((number) -> addQuestion(number, question.proposesAnswer() && !quoted));
			}
		}
		text.posts.forEach((post, place) -> {
			if (PostWords.isPost(text.words, place, found)) {
				this.posts.add(post.number());
			}
			else {
				replaceByText(post);
			}
		});
	}

	private void inlines(Node parent, BlockText text) {
		for (var node = parent.getFirstChild(); node != null;) {
			var next = node.getNext();
			switch (node) {
				case Link link -> link(link, text);
				case Code code -> text.opaque(code.getLiteral());
				case Lists.Mark mark -> text.seen.append(mark.written);
				case References.Mention mention -> mention(mention, text);
				case References.PostNumber post -> text.post(post);
				default -> other(node, text);
			}
			node = next;
		}
	}

	private void link(Link link, BlockText text) {
		var words = Words.below(link);
		if (Addresses.isWeb(link.getDestination())) {
			this.links.putIfAbsent(link.getDestination(), new Markup.Link(link.getDestination(), words));
			text.link(link.getDestination(), words);
		}
		else {
			text.opaque(words);
		}
	}

	private void other(Node node, BlockText text) {
		var words = Words.of(node);
		if (words != null) {
			text.plain(words);
		}
		else {
			inlines(node, text);
		}
	}

	private void mention(References.Mention mention, BlockText text) {
		text.plain("@" + mention.name);
		var key = mention.name.toLowerCase(Locale.ROOT);
		if (this.names.size() < MOST_NAMES || this.names.containsKey(key)) {
			this.names.putIfAbsent(key, mention.name);
		}
		else {
			replaceByText(mention);
		}
	}

	private void addQuestion(QuestionNumber number, boolean answers) {
		if (this.questions.size() < MOST_QUESTIONS || this.questions.containsKey(number)) {
			this.questions.merge(number, answers, Boolean::logicalOr);
		}
		else {
			this.moreQuestions = true;
		}
	}

	/** Appends one line, in which spaces replace the line breaks. */
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

	/** The quote, as that of a question if its first line is a number. */
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

	private static void replaceByText(Node reference) {
		reference.insertBefore(new Text(Words.below(reference)));
		reference.unlink();
	}

	List<Markup.Addressed> addressed() {
		var result = new ArrayList<Markup.Addressed>();
		this.questions.forEach((number, answers) -> result.add(new Markup.Addressed(number, answers)));
		return List.copyOf(result);
	}

}
