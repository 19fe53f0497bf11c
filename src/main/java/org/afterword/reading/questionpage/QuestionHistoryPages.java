package org.afterword.reading.questionpage;

import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Registers;
import org.afterword.reading.TopicFrames;
import org.afterword.reading.Visits;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what became of questions, also of those that were joined with another. */
@Component
class QuestionHistoryPages {

	private final Visits visits;

	private final TopicFrames frames;

	private final Registers registers;

	private final QuestionChanges changes;

	QuestionHistoryPages(Visits visits, TopicFrames frames, Registers registers, QuestionChanges changes) {
		this.visits = visits;
		this.frames = frames;
		this.registers = registers;
		this.changes = changes;
	}

	/**
	 * @param before only changes before this one; 0 for the newest
	 * @throws NotFound where there is no such question
	 * @throws Moved where it is read elsewhere
	 */
	@Transactional(readOnly = true)
	public QuestionHistoryPage page(Slug slug, QuestionNumber number, long before, Viewer viewer) {
		var visit = this.visits.enter(slug, viewer, (topic) -> elsewhere(topic, number));
		var frame = this.frames.of(visit);
		var question = frame.register()
			.find(number)
			.orElseThrow(() -> this.registers.missing(visit.head().id(), number, "/history"));
		var words = visit.facilitates() || !question.withdrawn();
		var changes = Listed.of(this.changes.of(question, words, before), QuestionChanges.PAGE);
		return new QuestionHistoryPage(frame, question, words, changes.shown(),
				changes.next((last) -> "/topics/%s/questions/%s/history?before=%s".formatted(slug, number, last.id())));
	}

	private @Nullable String elsewhere(TopicId topic, QuestionNumber number) {
		var page = this.registers.moved(topic, number);
		return (page != null) ? page + "/history" : null;
	}

}
