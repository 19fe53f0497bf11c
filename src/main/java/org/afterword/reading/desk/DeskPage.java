package org.afterword.reading.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.Listed;
import org.afterword.moderation.log.LogEntry;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.people.LeaveView;
import org.jspecify.annotations.Nullable;

/**
 * The desk.
 *
 * @param parts the rows of each part that is shown
 * @param next the address of more rows; null where there are none
 * @param counts how much waits in each part
 * @param acted what this viewer has just done
 * @param first whether the forum has no topic yet
 * @param leaves the viewer’s own, and those in whose place they stand
 * @param mayLeave whether they can hand the desk over
 */
record DeskPage(DeskView view, Map<DeskPart, Listed<DeskRow>> parts, @Nullable String next,
		Map<DeskPart, Integer> counts, Desk.Week week, List<LogEntry> acted, boolean first, List<LeaveView> leaves,
		boolean mayLeave) {

	/** How many questions wait. */
	public int waiting() {
		return this.counts.getOrDefault(DeskPart.WAITING, 0);
	}

	/** How many posts are held. */
	public int held() {
		return this.counts.getOrDefault(DeskPart.HELD, 0);
	}

	/** What a question that is ticked may become. */
	public List<QuestionStatus> statuses() {
		return List.of(QuestionStatus.values());
	}

	/**
	 * The row that comes next after an act: the one that its form named, or the first
	 * where that one waits no more.
	 * @param row null where nothing was done
	 */
	public @Nullable Following following(@Nullable String row) {
		var all = (row == null) ? List.<Following>of()
				: this.parts.entrySet()
					.stream()
					.flatMap((part) -> part.getValue().shown().stream().map((one) -> Following.of(part.getKey(), one)))
					.toList();
		return all.stream()
			.filter((one) -> one.anchor().equals(row))
			.findFirst()
			.or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst()))
			.orElse(null);
	}

	/**
	 * A row that one comes to next.
	 *
	 * @param anchor of it on the page
	 */
	record Following(String anchor, String words) {

		static Following of(DeskPart part, DeskRow row) {
			return new Following(part.word() + "-" + row.id(), row.words());
		}

	}

}
