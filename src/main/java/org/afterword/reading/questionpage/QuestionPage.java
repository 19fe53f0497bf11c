package org.afterword.reading.questionpage;

import org.afterword.reading.TopicHead;
import org.afterword.reading.TopicPage;
import java.util.List;

import org.afterword.conversation.writing.Draft;
import org.afterword.reading.FitEntry;
import org.afterword.reading.LostEntry;
import org.afterword.reading.PostEntry;
import org.afterword.reading.QuestionVotes;
import org.afterword.reading.RegisterEntry;
import org.afterword.reading.TopicFrame;
import org.jspecify.annotations.Nullable;

/**
 * One question and what was said to it.
 *
 * @param duplicates the questions that were joined with it
 * @param posts that address it, pinned ones first
 * @param next the address of more posts; null where there are none
 * @param sources what those posts and the question itself cite for it
 * @param lost what is missing for it
 * @param before the question that stands before it; null for the first
 * @param after the question that stands after it; null for the last
 * @param votes null where it does not stand any more
 * @param fits the people known by initials whom the viewer may be
 * @param kept what the viewer began to write about it and has not posted; null for
 * nothing
 */
public record QuestionPage(TopicFrame frame, RegisterEntry question, List<RegisterEntry> duplicates,
		List<PostEntry> posts, @Nullable String next, List<PostEntry.Source> sources, List<LostEntry> lost,
		@Nullable RegisterEntry before, @Nullable RegisterEntry after, @Nullable QuestionVotes votes,
		List<FitEntry> fits, @Nullable Draft kept) implements TopicPage {

	@Override
	public TopicHead head() {
		return this.frame.head();
	}

	public boolean mayReply() {
		return this.frame.mayReply() && !this.question.withdrawn();
	}

}
