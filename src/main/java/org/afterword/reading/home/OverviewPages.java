package org.afterword.reading.home;

import org.afterword.account.NextSteps;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.reading.Placeholders;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the front page, and the pages of the questions of all topics. */
@Component
@Transactional(readOnly = true)
class OverviewPages {

	private static final int STRIP = 4;

	private final Overview overview;

	private final Placeholders placeholders;

	private final NextSteps nextSteps;

	OverviewPages(Overview overview, Placeholders placeholders, NextSteps nextSteps) {
		this.overview = overview;
		this.placeholders = placeholders;
		this.nextSteps = nextSteps;
	}

	/**
	 * @param before the last topic of the page before; null for the first page
	 */
	HomePage home(@Nullable Slug before, Viewer viewer) {
		var topics = Listed.of(this.overview.topics(viewer, before), Overview.TOPICS);
		// A forum without an administrator has no topic.
		return new HomePage(topics.shown(), topics.next((topic) -> "/?before=" + topic.slug()),
				this.overview.waiting(STRIP), this.overview.open(), this.placeholders.fits(null, viewer),
				topics.shown().isEmpty() && this.nextSteps.isUnclaimed(), this.nextSteps.isOpen(viewer));
	}

	/**
	 * @param after the last question of the page before; 0 for the first page
	 */
	QuestionsPage questions(@Nullable QuestionStatus status, long after) {
		var questions = Listed.of(this.overview.questions(status, after), Overview.QUESTIONS);
		var start = (status != null) ? "/questions?status=" + status.word() + "&after=" : "/questions?after=";
		return new QuestionsPage(questions.shown(), status, questions.next((question) -> start + question.id()));
	}

}
