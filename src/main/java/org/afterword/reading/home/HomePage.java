package org.afterword.reading.home;

import org.afterword.topic.TopicId;
import org.afterword.ready.SharedPage;
import java.util.List;

import org.afterword.reading.FitEntry;
import org.afterword.reading.TopicLine;
import org.afterword.reading.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param next the address of older topics; null where there are none
 * @param waiting the strip of questions that wait
 * @param open how many questions are open
 * @param fits the people known by initials whom the viewer may be
 * @param unclaimed whether the forum has no administrator yet
 * @param nextSteps whether the viewer is to be told what to set up next
 */
public record HomePage(List<TopicLine> topics, @Nullable String next, List<Waiting> waiting, int open,
		List<FitEntry> fits, boolean unclaimed, boolean nextSteps) implements SharedPage {

	@Override
	public @Nullable TopicId sharedTopic() {
		return null;
	}
}
