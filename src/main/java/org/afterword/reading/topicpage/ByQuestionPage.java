package org.afterword.reading.topicpage;

import org.afterword.reading.TopicHead;
import org.afterword.reading.TopicPage;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.QuestionNumber;
import org.afterword.question.QuestionId;
import org.afterword.reading.FitEntry;
import org.afterword.reading.Posts.General;
import org.afterword.reading.QuestionSection;
import org.afterword.reading.QuestionVotes;
import org.afterword.reading.TopicFrame;
import org.jspecify.annotations.Nullable;

/**
 * A topic question by question.
 *
 * @param moved the addresses of questions that stand in other topics now, by old number
 * @param general replies that address no question
 * @param firstUnread the first post of somebody else after those that the viewer has
 * read; null for none
 * @param fits the people known by initials whom the viewer may be
 */
public record ByQuestionPage(TopicFrame frame, List<QuestionSection> sections, Map<QuestionId, QuestionVotes> votes,
		Map<QuestionNumber, String> moved, General general, @Nullable Integer firstUnread,
		List<FitEntry> fits) implements TopicPage {

	@Override
	public TopicHead head() {
		return this.frame.head();
	}
}
