package org.afterword.reading.topicpage;

import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Placeholders;
import org.afterword.reading.QuestionSections;
import org.afterword.reading.ReadMarkers;
import org.afterword.reading.Registers;
import org.afterword.reading.TopicFrames;
import org.afterword.reading.Visits;
import org.afterword.reading.VoteCounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads topics question by question. */
@Component
class ByQuestionPages {

	private final Visits visits;

	private final TopicFrames frames;

	private final QuestionSections sections;

	private final Registers registers;

	private final VoteCounts votes;

	private final ReadMarkers markers;

	private final Placeholders placeholders;

	ByQuestionPages(Visits visits, TopicFrames frames, QuestionSections sections, Registers registers, VoteCounts votes,
			ReadMarkers markers, Placeholders placeholders) {
		this.visits = visits;
		this.frames = frames;
		this.sections = sections;
		this.registers = registers;
		this.votes = votes;
		this.markers = markers;
		this.placeholders = placeholders;
	}

	/**
	 * @throws NotFound where there is no such topic for this viewer
	 * @throws Moved where it is read elsewhere
	 */
	@Transactional(readOnly = true)
	public ByQuestionPage page(Slug slug, Viewer viewer) {
		var visit = this.visits.enter(slug, viewer);
		var topic = visit.head().id();
		var frame = this.frames.of(visit);
		return new ByQuestionPage(frame, this.sections.of(topic, frame.register()), this.votes.of(topic, viewer),
				this.registers.gone(topic), this.sections.general(topic),
				viewer.isMember() ? this.markers.firstUnread(viewer.id(), visit.head()).orElse(null) : null,
				this.placeholders.fits(visit));
	}

}
