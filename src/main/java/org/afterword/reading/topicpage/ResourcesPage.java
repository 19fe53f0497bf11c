package org.afterword.reading.topicpage;

import org.afterword.reading.TopicHead;
import org.afterword.reading.TopicPage;
import java.util.List;

import org.afterword.reading.LostEntry;
import org.afterword.reading.ResourceEntry;
import org.afterword.reading.TopicFrame;
import org.jspecify.annotations.Nullable;

/**
 * A page of the resources of a topic.
 *
 * @param lost sources whose addresses are missing; on the first page only
 * @param next the address of the next page; null on the last
 */
record ResourcesPage(TopicFrame frame, List<ResourceEntry> resources, List<LostEntry> lost,
		@Nullable String next) implements TopicPage {

	@Override
	public TopicHead head() {
		return this.frame.head();
	}
}
