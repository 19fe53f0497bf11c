package org.afterword.reading.questionpage;

import org.afterword.reading.TopicHead;
import org.afterword.reading.TopicPage;
import java.util.List;

import org.afterword.reading.RegisterEntry;
import org.afterword.reading.TopicFrame;
import org.jspecify.annotations.Nullable;

/**
 * What became of one question.
 *
 * @param words whether the viewer may read what it said
 * @param changes the newest first
 * @param next the address of older changes; null where there are none
 */
record QuestionHistoryPage(TopicFrame frame, RegisterEntry question, boolean words, List<QuestionChange> changes,
		@Nullable String next) implements TopicPage {

	@Override
	public TopicHead head() {
		return this.frame.head();
	}
}
