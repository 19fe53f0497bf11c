package org.afterword.kernel.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.afterword.kernel.markup.Markup;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the words of one paragraph as they are found, and makes of them what Markdown
 * can say.
 */
final class PastedWords {

	static final int STRONG = 1;

	static final int EMPHASIS = 2;

	static final int STRUCK = 4;

	static final int CODE = 8;

	/**
	 * What would be escaped, and reads the same without; and what follows a colon, behind
	 * which a backslash would begin a path.
	 */
	private static final Pattern HARMLESS = Pattern
		.compile("(?<=[\\p{L}\\p{N}])(?:_(?=[\\p{L}\\p{N}])|>)|&(?!#?\\w{1,40};)|(?<=:)[*_~#]");

	/** A number or dash that somebody typed before their words. */
	private static final Pattern TYPED_MARK = Pattern.compile("(?:[0-9]{1,3}[.)]|-) (?=\\S)");

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

	private static final Pattern REFERENCE = Pattern.compile("&(?=#?\\w{1,40};)");

	private static final Piece BREAK = new Piece("\n", 0, null);

	private final boolean plain;

	private final PastedBound bound;

	private final List<Piece> pieces = new ArrayList<>();

	/**
	 * @param plain whether the words stay as they are, with addresses beside them
	 */
	PastedWords(boolean plain, PastedBound bound) {
		this.plain = plain;
		this.bound = bound;
	}

	/** Markdown that is written as it stands. */
	static final class Raw extends CustomNode {

		final String markdown;

		Raw(String markdown) {
			this.markdown = markdown;
		}

	}

	/** Words of one look, to which more of the same look may come. */
	private static final class Piece {

		private final StringBuilder written;

		private final int style;

		/** That the words lead to. */
		private final @Nullable String address;

		Piece(String words, int style, @Nullable String address) {
			this.written = new StringBuilder(words);
			this.style = style;
			this.address = address;
		}

		String words() {
			return this.written.toString();
		}

		int style() {
			return this.style;
		}

		@Nullable String address() {
			return this.address;
		}

		boolean isEmpty() {
			return this.written.isEmpty();
		}

		boolean startsWith(char sign) {
			return !this.written.isEmpty() && this.written.charAt(0) == sign;
		}

		boolean endsWith(char sign) {
			return !this.written.isEmpty() && this.written.charAt(this.written.length() - 1) == sign;
		}

		int first() {
			return this.written.codePointAt(0);
		}

		int last() {
			return this.written.codePointBefore(this.written.length());
		}

		boolean isBreak() {
			return this == BREAK;
		}

		boolean isLink() {
			return this.address != null;
		}

		boolean isCode() {
			return this.address == null && (this.style & CODE) != 0;
		}

	}

	void add(String text, int style, @Nullable String address) {
		var words = SPACES.matcher(text).replaceAll(" ");
		if (endsInSpace() && words.startsWith(" ")) {
			words = words.substring(1);
		}
		if (!words.isEmpty()) {
			this.bound.read(words);
			append(new Piece(words, (address != null) ? 0 : ((style & CODE) != 0) ? CODE : style, address));
		}
	}

	/** Sets the words that follow apart, where they would run together. */
	void space() {
		add(" ", 0, null);
	}

	void lineBreak() {
		if (!this.pieces.isEmpty()) {
			this.pieces.add(BREAK);
		}
	}

	boolean isBlank() {
		return this.pieces.stream().allMatch((piece) -> !piece.isLink() && piece.words().isBlank());
	}

	/** Whether two line ends stand last, which is how some end a paragraph. */
	boolean endsInBlankLine() {
		var size = this.pieces.size();
		return size > 1 && this.pieces.get(size - 1).isBreak() && this.pieces.get(size - 2).isBreak();
	}

	/**
	 * @param oneLine whether line breaks become spaces, as in a heading
	 */
	void writeInto(Node parent, boolean oneLine) {
		var all = tidied(oneLine);
		for (var at = 0; at < all.size(); at++) {
			write(all, at, parent);
		}
	}

	private boolean endsInSpace() {
		return this.pieces.isEmpty() || this.pieces.getLast().isBreak() || this.pieces.getLast().endsWith(' ');
	}

	private void append(Piece piece) {
		var last = this.pieces.isEmpty() ? BREAK : this.pieces.getLast();
		if (!last.isBreak() && last.style() == piece.style() && Objects.equals(last.address(), piece.address())) {
			last.written.append(piece.written);
		}
		else {
			this.pieces.add(piece);
		}
	}

	/** Spaces out of links and emphasis, none at the ends of lines. */
	private List<Piece> tidied(boolean oneLine) {
		var line = new PastedWords(this.plain, this.bound);
		for (var piece : this.pieces) {
			if (piece.isBreak() && !oneLine) {
				line.trimEnd();
				line.lineBreak();
			}
			else if (piece.isBreak()) {
				line.space();
			}
			else {
				if (piece.startsWith(' ')) {
					line.space();
				}
				var words = piece.words().strip();
				if (!words.isEmpty() || piece.isLink()) {
					line.append(new Piece(words, piece.style(), piece.address()));
				}
				if (piece.endsWith(' ')) {
					line.space();
				}
			}
		}
		line.trimEnd();
		while (!line.pieces.isEmpty() && line.pieces.getLast().isBreak()) {
			line.pieces.removeLast();
			line.trimEnd();
		}
		return line.pieces;
	}

	private void trimEnd() {
		if (this.pieces.isEmpty() || this.pieces.getLast().isBreak() || this.pieces.getLast().isLink()) {
			return;
		}
		var last = this.pieces.getLast();
		var end = last.written.length();
		while (end > 0 && Character.isWhitespace(last.written.charAt(end - 1))) {
			end--;
		}
		last.written.setLength(end);
		if (end == 0) {
			this.pieces.removeLast();
		}
	}

	private void write(List<Piece> all, int at, Node parent) {
		var piece = all.get(at);
		if (piece.isBreak()) {
			parent.appendChild(this.plain ? new SoftLineBreak() : new HardLineBreak());
		}
		else if (piece.isLink()) {
			link(piece, all, at, parent);
		}
		else if (this.plain) {
			parent.appendChild(new Raw(piece.words()));
		}
		else if (piece.isCode()) {
			parent.appendChild(new Code(piece.words()));
		}
		else {
			text(piece, all, at, parent);
		}
	}

	private void link(Piece piece, List<Piece> all, int at, Node parent) {
		var address = Objects.requireNonNull(piece.address());
		this.bound.read(address);
		var shown = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
		var words = piece.words().isEmpty() ? shown : piece.words();
		if (this.plain) {
			parent.appendChild(new Raw(words.equals(shown) ? shown : words + " (" + shown + ")"));
		}
		else if (!words.equals(shown)) {
			parent.appendChild(new Raw("["));
			unescapedWhereHarmless(words, parent);
			parent.appendChild(new Raw("](" + destination(address) + ")"));
		}
		else if (endsWord(all, at - 1, true) && endsWord(all, at + 1, false) && readsBare(address)) {
			parent.appendChild(new Raw(address));
		}
		else {
			parent.appendChild(new Raw("<" + shown + ">"));
		}
	}

	private static String destination(String address) {
		var escaped = REFERENCE.matcher(address).replaceAll("&amp;");
		return (escaped.indexOf('(') >= 0 || escaped.indexOf(')') >= 0) ? "<" + escaped + ">" : escaped;
	}

	private static boolean endsWord(List<Piece> all, int at, boolean before) {
		if (at < 0 || at >= all.size() || all.get(at).isBreak()) {
			return true;
		}
		var piece = all.get(at);
		return piece.style() == 0 && !piece.isLink() && (before ? piece.endsWith(' ') : piece.startsWith(' '));
	}

	private static boolean readsBare(String address) {
		return Markup.read(address).links().equals(List.of(new Markup.Link(address, address)));
	}

	private static void text(Piece piece, List<Piece> all, int at, Node parent) {
		var into = styled(piece, all, at, parent);
		var words = piece.words();
		var lineStart = at == 0 || all.get(at - 1).isBreak();
		var mark = TYPED_MARK.matcher(words);
		if (lineStart && into.equals(parent) && mark.lookingAt()) {
			into.appendChild(new Raw(mark.group()));
			words = words.substring(mark.end());
		}
		else if (lineStart && words.startsWith("+")) {
			into.appendChild(new Raw("\\+"));
			words = words.substring(1);
		}
		else if (neighbour(all, at - 1, true) == ':' && into.equals(parent) && "*_~".indexOf(words.charAt(0)) >= 0) {
			appendReference(words.charAt(0), into);
			words = words.substring(1);
		}
		// Before a link it would make a picture of it.
		var shouts = words.endsWith("!") && at + 1 < all.size() && all.get(at + 1).isLink();
		unescapedWhereHarmless(shouts ? words.substring(0, words.length() - 1) : words, into);
		if (shouts) {
			into.appendChild(new Raw("\\!"));
		}
	}

	/** Emphasis only where its signs will be read as such. */
	private static Node styled(Piece piece, List<Piece> all, int at, Node parent) {
		var style = piece.style();
		var first = piece.first();
		var last = piece.last();
		var before = neighbour(all, at - 1, true);
		var after = neighbour(all, at + 1, false);
		var twoSigns = (style & STRUCK) != 0 && style != STRUCK;
		if (style == 0 || (at > 0 && all.get(at - 1).style() != 0)
				|| ((isSign(first) || twoSigns) && !isSign(before) && before != ' ')
				|| ((isSign(last) || twoSigns) && !isSign(after) && after != ' ')) {
			return parent;
		}
		var into = parent;
		if ((style & STRUCK) != 0) {
			into = inside(into, new Strikethrough("~~"));
		}
		if ((style & STRONG) != 0) {
			into = inside(into, new StrongEmphasis());
		}
		if ((style & EMPHASIS) != 0) {
			into = inside(into, new Emphasis());
		}
		return into;
	}

	private static Node inside(Node parent, Node child) {
		parent.appendChild(child);
		return child;
	}

	/** The sign beside a piece; a space where there is none. */
	private static int neighbour(List<Piece> all, int at, boolean before) {
		if (at < 0 || at >= all.size() || all.get(at).isBreak()) {
			return ' ';
		}
		var piece = all.get(at);
		if (piece.isLink() || piece.isCode() || piece.isEmpty()) {
			return '[';
		}
		return before ? piece.last() : piece.first();
	}

	/** What CommonMark calls punctuation. */
	private static boolean isSign(int character) {
		return switch (Character.getType(character)) {
			case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
					Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
					Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL,
					Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
				true;
			default -> false;
		};
	}

	private static void unescapedWhereHarmless(String words, Node into) {
		var harmless = HARMLESS.matcher(words);
		var from = 0;
		while (harmless.find()) {
			appendText(words.substring(from, harmless.start()), into);
			if (isAfterColon(words, harmless.start()) && (words.charAt(harmless.start()) != '#' || isInHeading(into))) {
				appendReference(words.charAt(harmless.start()), into);
			}
			else {
				into.appendChild(new Raw(harmless.group()));
			}
			from = harmless.end();
		}
		appendText(words.substring(from), into);
	}

	private static boolean isAfterColon(String words, int at) {
		return at > 0 && words.charAt(at - 1) == ':';
	}

	/** Where a number sign would be escaped wherever it stands. */
	private static boolean isInHeading(Node node) {
		return node instanceof Heading || (node.getParent() != null && isInHeading(node.getParent()));
	}

	private static void appendReference(int sign, Node into) {
		into.appendChild(new Raw("&#" + sign + ";"));
	}

	private static void appendText(String words, Node into) {
		if (!words.isEmpty()) {
			into.appendChild(new Text(words));
		}
	}

}
