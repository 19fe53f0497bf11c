package org.afterword.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * How one text became another: what stayed, what was taken out, what was put in, word by
 * word in the order in which one reads it. Texts that have little in common are compared
 * by lines first, and what has nothing in common is taken out and put in whole: so it
 * never takes long.
 *
 * @param pieces neighbours are never of one kind
 */
public record Rewording(List<Piece> pieces) {

	/** Steps that comparing all words may take; some thousand words may differ. */
	private static final int WORDS = 500_000;

	/** Steps for comparing the lines, and then for the words in lines that differ. */
	private static final int LINES = 500_000;

	/** Compares two texts of any length. */
	public static Rewording of(String before, String after) {
		var pieces = new Pieces();
		if (!compare(words(before), words(after), new Patience(WORDS), pieces)) {
			compareLines(before, after, new Patience(LINES), pieces);
		}
		return new Rewording(pieces.joined());
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

	/** False, and nothing added, where they are too far apart. */
	private static boolean compare(List<String> before, List<String> after, Patience patience, Pieces pieces) {
		var changes = changes(before, after, patience);
		if (changes.isEmpty()) {
			return false;
		}
		var at = 0;
		for (var change : changes.get()) {
			pieces.add(Kind.KEPT, before.subList(at, change.startOriginal));
			pieces.add(Kind.DELETED, before.subList(change.startOriginal, change.endOriginal));
			pieces.add(Kind.INSERTED, after.subList(change.startRevised, change.endRevised));
			at = change.endOriginal;
		}
		pieces.add(Kind.KEPT, before.subList(at, before.size()));
		return true;
	}

	private static void compareLines(String before, String after, Patience patience, Pieces pieces) {
		var old = lines(before);
		var now = lines(after);
		var changes = changes(old, now, patience);
		if (changes.isEmpty()) {
			pieces.replace(before, after);
			return;
		}
		var at = 0;
		for (var change : changes.get()) {
			pieces.add(Kind.KEPT, old.subList(at, change.startOriginal));
			var gone = String.join("", old.subList(change.startOriginal, change.endOriginal));
			var come = String.join("", now.subList(change.startRevised, change.endRevised));
			if (!compare(words(gone), words(come), patience, pieces)) {
				pieces.replace(gone, come);
			}
			at = change.endOriginal;
		}
		pieces.add(Kind.KEPT, old.subList(at, old.size()));
	}

	private static Optional<List<Change>> changes(List<String> before, List<String> after, Patience patience) {
		try {
			// It finds the last change first.
			return Optional.of(new MyersDiff<String>().computeDiff(before, after, patience).reversed());
		}
		catch (TooFarApart ex) {
			return Optional.empty();
		}
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

	private static List<String> lines(String text) {
		return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
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

		void replace(String before, String after) {
			add(Kind.DELETED, List.of(before));
			add(Kind.INSERTED, List.of(after));
		}

		/**
		 * Reads as a sentence does: where words were replaced one after the other, spaces
		 * and signs between them are replaced too.
		 */
		List<Piece> joined() {
			var joined = new ArrayList<Piece>();
			var gone = new StringBuilder();
			var come = new StringBuilder();
			for (var at = 0; at < this.all.size(); at++) {
				var one = this.all.get(at);
				var text = one.text();
				switch (one.kind()) {
					case DELETED -> gone.append(text);
					case INSERTED -> come.append(text);
					case KEPT -> {
						if (!gone.isEmpty() && !come.isEmpty() && isBetweenWords(text) && at + 1 < this.all.size()) {
							gone.append(text);
							come.append(text);
						}
						else {
							flush(gone, come, joined);
							joined.add(one);
						}
					}
				}
			}
			flush(gone, come, joined);
			return List.copyOf(joined);
		}

		private static void flush(StringBuilder gone, StringBuilder come, List<Piece> joined) {
			if (!gone.isEmpty()) {
				joined.add(new Piece(Kind.DELETED, gone.toString()));
			}
			if (!come.isEmpty()) {
				joined.add(new Piece(Kind.INSERTED, come.toString()));
			}
			gone.setLength(0);
			come.setLength(0);
		}

		private static boolean isBetweenWords(String text) {
			return text.codePoints().noneMatch((sign) -> sign == '\n' || Character.isLetterOrDigit(sign));
		}

	}

	/** Ends a comparison that would take too long. */
	private static final class Patience implements DiffAlgorithmListener {

		private int left;

		Patience(int steps) {
			this.left = steps;
		}

		@Override
		public void diffStart() {
		}

		/** Each step looks at one path more than the one before. */
		@Override
		public void diffStep(int value, int max) {
			this.left -= value + 1;
			if (this.left < 0) {
				throw new TooFarApart();
			}
		}

		@Override
		public void diffEnd() {
		}

	}

	private static final class TooFarApart extends RuntimeException {

		TooFarApart() {
			super(null, null, false, false);
		}

	}

}
