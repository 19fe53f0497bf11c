package org.afterword.kernel.markup;

import java.util.SortedMap;
import java.util.TreeMap;

import org.afterword.kernel.Budget;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Blocks end where they end in a mail: a line without the sign of a quote is not part of
 * it, though CommonMark would take it in, and a fence that nobody closes holds no code. A
 * table ends where the bars end, and its rows keep all that was written.
 */
final class BlockEnds {

	private final String source;

	/** What has to be put in, by the place before which. */
	private final SortedMap<Integer, String> missing = new TreeMap<>();

	private BlockEnds(String source) {
		this.source = source;
	}

	/**
	 * The text, with what makes its blocks end; the same where they do already.
	 * @param document the text as it was parsed, with its source spans
	 */
	static String in(Node document, String source) {
		var ends = new BlockEnds(source);
		ends.walk(document, 0);
		return ends.missing.isEmpty() ? source : ends.completed();
	}

	private void walk(Node parent, int quotes) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
			Budget.check();
			switch (node) {
				case FencedCodeBlock fence when fence.getClosingFenceLength() == null -> escape(fence);
				case Paragraph paragraph when quotes > 0 -> lines(paragraph);
				case TableBlock table -> table(table, quotes);
				case BlockQuote quote -> walk(quote, quotes + 1);
				default -> walk(node, quotes);
			}
		}
	}

	private void escape(FencedCodeBlock fence) {
		var sign = this.source.indexOf('`', fence.getSourceSpans().getFirst().getInputIndex());
		for (; sign >= 0 && sign < this.source.length() && this.source.charAt(sign) == '`'; sign++) {
			this.missing.put(sign, "\\");
		}
	}

	private void lines(Paragraph paragraph) {
		var before = 0;
		for (var span : paragraph.getSourceSpans()) {
			var start = this.source.lastIndexOf('\n', span.getInputIndex() - 1) + 1;
			var quotes = 0;
			for (var at = start; at < span.getInputIndex(); at++) {
				quotes += (this.source.charAt(at) == '>') ? 1 : 0;
			}
			if (quotes < before) {
				this.missing.put(start, ">".repeat(quotes) + "\n");
			}
			before = quotes;
		}
	}

	/** A line without any bar ends a table, and no cell of a row is left out. */
	private void table(TableBlock table, int quotes) {
		var columns = 0;
		for (var cell = table.getFirstChild().getFirstChild().getFirstChild(); cell != null; cell = cell.getNext()) {
			columns++;
		}
		var body = table.getFirstChild().getNext();
		for (var row = (body != null) ? body.getFirstChild() : null; row != null; row = row.getNext()) {
			Budget.check();
			var span = row.getSourceSpans().getFirst();
			var line = this.source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
			if (line.indexOf('|') < 0) {
				this.missing.put(this.source.lastIndexOf('\n', span.getInputIndex()) + 1, ">".repeat(quotes) + "\n");
			}
			else {
				surplus(line, span.getInputIndex(), columns);
			}
		}
	}

	private void surplus(String line, int start, int columns) {
		var end = line.stripTrailing().length();
		var cells = 1;
		for (var at = line.length() - line.stripLeading().length() + 1; at < end - 1; at++) {
			if (line.charAt(at) == '\\') {
				at++;
			}
			else if (line.charAt(at) == '|' && ++cells > columns) {
				this.missing.put(start + at, "\\");
			}
		}
	}

	private String completed() {
		var text = new StringBuilder(this.source.length() + this.missing.size());
		var done = 0;
		for (var one : this.missing.entrySet()) {
			text.append(this.source, done, one.getKey()).append(one.getValue());
			done = one.getKey();
		}
		return text.append(this.source, done, this.source.length()).toString();
	}

}
