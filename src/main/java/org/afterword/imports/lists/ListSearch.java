package org.afterword.imports.lists;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.afterword.imports.words.AskingWords;
import org.afterword.imports.words.Punctuation;
import org.jspecify.annotations.Nullable;

/** Finds the marked list among the lines, and how its entries begin. */
final class ListSearch {

	/** How many lines below an entry may belong to it, when looking for a question. */
	private static final int LINES_BELOW = 2;

	private final List<ListLine> lines;

	private ListSearch(List<ListLine> lines) {
		this.lines = lines;
	}

	/** Empty if the questions have no marks. */
	static Optional<Outline> outline(List<ListLine> lines) {
		return Optional.ofNullable(new ListSearch(lines).find());
	}

	private @Nullable Outline find() {
		var run = firstRun(true);
		if (run == null) {
			run = firstRun(false);
			if (run == null || hasPlainQuestions(run.start)) {
				return null;
			}
		}
		if (run.shape != ListShape.BULLETS && hasAskingBullets(run.start)) {
			run = longRun(ListShape.BULLETS, true);
		}
		return (run != null) ? new Outline(this.lines, run.shape, run.start) : null;
	}

	/**
	 * The first list of the likeliest shape.
	 * @param asking whether one of its entries must ask
	 */
	private @Nullable Run firstRun(boolean asking) {
		for (var shape : ListShape.LIKELIEST_FIRST) {
			var run = longRun(shape, asking);
			if (run != null) {
				return run;
			}
		}
		return null;
	}

	/** The first run of entries that asks; if none needs to, else the longest. */
	private @Nullable Run longRun(ListShape shape, boolean asking) {
		@Nullable Run run = null;
		@Nullable Run longest = null;
		for (var at = 0; at < this.lines.size(); at++) {
			if (!shape.begins(this.lines.get(at))) {
				continue;
			}
			run = continued(run, shape, at);
			if (run == null) {
				continue;
			}
			if (run.asks && run.length >= shape.fewest()) {
				return run;
			}
			if (!asking && (longest == null || run.length > longest.length)) {
				longest = run;
			}
		}
		return (longest != null && longest.length >= shape.fewest()) ? longest : null;
	}

	/** With one more entry; begun anew, or null, where the entry does not continue it. */
	private @Nullable Run continued(@Nullable Run run, ListShape shape, int at) {
		var mark = this.lines.get(at).mark();
		var value = (mark != null) ? mark.value() : 0;
		if (run != null && shape.canContinue(run.last, value)) {
			return new Run(shape, run.start, run.length + 1, value, run.asks || asksAt(at));
		}
		return shape.canStartWith(value) ? new Run(shape, at, 1, value, asksAt(at)) : null;
	}

	/** Whether an entry, with the two lines below it, asks or names a person. */
	private boolean asksAt(int at) {
		var line = this.lines.get(at);
		var words = (line.mark() != null) ? line.mark().rest() : line.content();
		if (AskingWords.asks(words) || !Asked.of(words).asker().isEmpty()) {
			return true;
		}
		return this.lines.subList(at + 1, Math.min(at + 1 + LINES_BELOW, this.lines.size()))
			.stream()
			.takeWhile((below) -> !below.isBlank())
			.anyMatch((below) -> Punctuation.hasQuestionMark(below.words()));
	}

	private boolean hasPlainQuestions(int before) {
		return this.lines.stream().limit(before).filter(PlainList::isQuestion).limit(2).count() > 1;
	}

	private boolean hasAskingBullets(int before) {
		return IntStream.range(0, before)
			.filter((at) -> ListShape.BULLETS.begins(this.lines.get(at)) && asksAt(at))
			.limit(2)
			.count() > 1;
	}

	/**
	 * Entries of one shape that follow each other.
	 *
	 * @param start the line of the first
	 * @param last the number of the last
	 * @param asks whether one of them asks
	 */
	private record Run(ListShape shape, int start, int length, int last, boolean asks) {

	}

}
