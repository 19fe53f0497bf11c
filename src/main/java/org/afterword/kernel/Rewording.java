package org.afterword.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * How one text became another: what stayed, what was taken out, what was put in, word by
 * word in the order in which one reads it.
 *
 * @param pieces neighbours are never of one kind
 */
public record Rewording(List<Piece> pieces) {

	/**
	 * How many words, or lines, of both texts are compared; finding the least change
	 * takes time that grows with the square of what is different.
	 */
	static final int MOST = 4_000;

	/**
	 * Compares two texts: by words; by lines where they are very long; and where they are
	 * longer still, all of one is taken out and all of the other put in.
	 */
	public static Rewording of(String before, String after) {
		var compared = Stream.of(words(before, after), lines(before, after))
			.filter((pair) -> pair.before().size() + pair.after().size() <= MOST)
			.findFirst()
			.orElseGet(() -> new Pair(whole(before), whole(after)));
		var pieces = new Pieces();
		var at = 0;
		for (var delta : DiffUtils.diff(compared.before(), compared.after()).getDeltas()) {
			pieces.add(Kind.KEPT, compared.before().subList(at, delta.getSource().getPosition()));
			pieces.add(Kind.DELETED, delta.getSource().getLines());
			pieces.add(Kind.INSERTED, delta.getTarget().getLines());
			at = end(delta);
		}
		pieces.add(Kind.KEPT, compared.before().subList(at, compared.before().size()));
		return new Rewording(List.copyOf(pieces.all));
	}

	/** A part of either text, or of both. */
	public record Piece(Kind kind, String text) {

		public boolean isInserted() {
			return this.kind == Kind.INSERTED;
		}

		public boolean isDeleted() {
			return this.kind == Kind.DELETED;
		}

	}

	/** What became of a piece. */
	public enum Kind {

		KEPT, INSERTED, DELETED

	}

	private static int end(AbstractDelta<String> delta) {
		return delta.getSource().getPosition() + delta.getSource().size();
	}

	private static Pair words(String before, String after) {
		return new Pair(words(before), words(after));
	}

	/** As the rules of Unicode part them, for scripts without gaps, too. */
	private static List<String> words(String text) {
		var breaks = BreakIterator.getWordInstance(ULocale.ROOT);
		breaks.setText(text);
		var words = new ArrayList<String>();
		var start = breaks.first();
		for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
			words.add(text.substring(start, end));
			start = end;
		}
		return words;
	}

	private static Pair lines(String before, String after) {
		return new Pair(List.of(before.split("(?<=\n)")), List.of(after.split("(?<=\n)")));
	}

	private static List<String> whole(String text) {
		return text.isEmpty() ? List.of() : List.of(text);
	}

	private record Pair(List<String> before, List<String> after) {
	}

	private static final class Pieces {

		private final List<Piece> all = new ArrayList<>();

		void add(Kind kind, List<String> words) {
			if (words.isEmpty()) {
				return;
			}
			var text = String.join("", words);
			if (!this.all.isEmpty() && this.all.getLast().kind() == kind) {
				text = this.all.removeLast().text() + text;
			}
			this.all.add(new Piece(kind, text));
		}

	}

}
