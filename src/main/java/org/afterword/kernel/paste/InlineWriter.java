package org.afterword.kernel.paste;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.afterword.kernel.markup.Markup;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Writes the runs of a paragraph as inline Markdown, or as plain text. */
final class InlineWriter {

	/** A number or dash that somebody typed at the start of a line. */
	private static final Pattern TYPED_MARK = Pattern.compile("(?:[0-9]{1,3}[.)]|-) (?=\\S)");

	private final List<TextRun> runs;

	private final boolean plainText;

	private final PasteLimit limit;

	/**
	 * @param plainText whether nothing is escaped or styled, and addresses follow their
	 * words in parentheses
	 */
	InlineWriter(List<TextRun> runs, boolean plainText, PasteLimit limit) {
		this.runs = runs;
		this.plainText = plainText;
		this.limit = limit;
	}

	void writeInto(Node parent) {
		for (var at = 0; at < this.runs.size(); at++) {
			write(at, parent);
		}
	}

	private void write(int at, Node parent) {
		var run = this.runs.get(at);
		if (run.isBreak()) {
			parent.appendChild(this.plainText ? new SoftLineBreak() : new HardLineBreak());
		}
		else if (run.isLink()) {
			link(run, at, parent);
		}
		else if (this.plainText) {
			parent.appendChild(new RawMarkdown(run.text()));
		}
		else if (run.isCode()) {
			parent.appendChild(new Code(run.text()));
		}
		else {
			text(run, at, parent);
		}
	}

	private void link(TextRun run, int at, Node parent) {
		var address = Objects.requireNonNull(run.address());
		this.limit.read(address);
		var shown = PastedAddresses.shown(address);
		var words = run.isEmpty() ? shown : run.text();
		if (this.plainText) {
			parent.appendChild(new RawMarkdown(words.equals(shown) ? shown : words + " (" + shown + ")"));
		}
		else if (!words.equals(shown)) {
			parent.appendChild(new RawMarkdown("["));
			Escaping.append(words, parent);
			parent.appendChild(new RawMarkdown("](" + Escaping.destination(address) + ")"));
		}
		else if (isSpaceOrEnd(at - 1, true) && isSpaceOrEnd(at + 1, false) && isReadAsLink(address)) {
			parent.appendChild(new RawMarkdown(address));
		}
		else {
			parent.appendChild(new RawMarkdown("<" + shown + ">"));
		}
	}

	/**
	 * Whether the run at this place is a space, or begins or ends the line.
	 * @param before whether the run stands before the one that is written
	 */
	private boolean isSpaceOrEnd(int at, boolean before) {
		if (isOutsideLine(at)) {
			return true;
		}
		var run = this.runs.get(at);
		return run.style().isPlain() && !run.isLink() && (before ? run.endsWith(' ') : run.startsWith(' '));
	}

	/** Whether the address alone is read as a link to itself. */
	private static boolean isReadAsLink(String address) {
		return Markup.read(address).links().equals(List.of(new Markup.Link(address, address)));
	}

	private void text(TextRun run, int at, Node parent) {
		var into = styled(run, at, parent);
		var words = withoutLineStart(run.text(), at, into, into.equals(parent));
		// Before a link it would make an image of it.
		var exclaims = words.endsWith("!") && at + 1 < this.runs.size() && this.runs.get(at + 1).isLink();
		Escaping.append(exclaims ? words.substring(0, words.length() - 1) : words, into);
		if (exclaims) {
			into.appendChild(new RawMarkdown("\\!"));
		}
	}

	/** Writes what reads differently at the start of the run, and returns the rest. */
	private String withoutLineStart(String words, int at, Node into, boolean unstyled) {
		var lineStart = isOutsideLine(at - 1);
		var mark = TYPED_MARK.matcher(words);
		if (lineStart && unstyled && mark.lookingAt()) {
			into.appendChild(new RawMarkdown(mark.group()));
			return words.substring(mark.end());
		}
		if (lineStart && words.startsWith("+")) {
			into.appendChild(new RawMarkdown("\\+"));
			return words.substring(1);
		}
		if (unstyled && neighbour(at - 1, true) == ':' && "*_~".indexOf(words.charAt(0)) >= 0) {
			Escaping.appendEntity(words.charAt(0), into);
			return words.substring(1);
		}
		return words;
	}

	/** The node to write into: styled only where the delimiters will be read as such. */
	private Node styled(TextRun run, int at, Node parent) {
		if (!canBeStyled(run, at)) {
			return parent;
		}
		var into = parent;
		if (run.style().struck()) {
			into = appended(into, new Strikethrough("~~"));
		}
		if (run.style().strong()) {
			into = appended(into, new StrongEmphasis());
		}
		if (run.style().emphasis()) {
			into = appended(into, new Emphasis());
		}
		return into;
	}

	private boolean canBeStyled(TextRun run, int at) {
		var afterStyled = at > 0 && !this.runs.get(at - 1).style().isPlain();
		return !run.style().isPlain() && !afterStyled && canDelimit(run, run.firstCodePoint(), neighbour(at - 1, true))
				&& canDelimit(run, run.lastCodePoint(), neighbour(at + 1, false));
	}

	/**
	 * CommonMark's rule of flanking: punctuation inside needs a space or punctuation
	 * outside.
	 */
	private static boolean canDelimit(TextRun run, int inside, int outside) {
		return !(isPunctuation(inside) || run.style().needsTwoDelimiters()) || isPunctuation(outside) || outside == ' ';
	}

	private static Node appended(Node parent, Node child) {
		parent.appendChild(child);
		return child;
	}

	/**
	 * The character beside a run; a space at the ends of a line, a bracket for a link.
	 */
	private int neighbour(int at, boolean before) {
		if (isOutsideLine(at)) {
			return ' ';
		}
		var run = this.runs.get(at);
		if (run.isLink() || run.isCode() || run.isEmpty()) {
			return '[';
		}
		return before ? run.lastCodePoint() : run.firstCodePoint();
	}

	private boolean isOutsideLine(int at) {
		return at < 0 || at >= this.runs.size() || this.runs.get(at).isBreak();
	}

	/** As CommonMark defines it. */
	private static boolean isPunctuation(int character) {
		return switch (Character.getType(character)) {
			case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
					Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
					Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL,
					Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
				true;
			default -> false;
		};
	}

}
