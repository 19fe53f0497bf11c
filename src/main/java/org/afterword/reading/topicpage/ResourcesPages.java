package org.afterword.reading.topicpage;

import java.util.List;

import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.TopicFrames;
import org.afterword.reading.TopicResources;
import org.afterword.reading.Visits;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pages of the resources of a topic. */
@Component
class ResourcesPages {

	private final Visits visits;

	private final TopicFrames frames;

	private final TopicResources resources;

	ResourcesPages(Visits visits, TopicFrames frames, TopicResources resources) {
		this.visits = visits;
		this.frames = frames;
		this.resources = resources;
	}

	/**
	 * @param after the last resource of the page before; 0 for the first page
	 * @throws NotFound where there is no such topic for this viewer
	 * @throws Moved where it is read elsewhere
	 */
	@Transactional(readOnly = true)
	public ResourcesPage page(Slug slug, long after, Viewer viewer) {
		var frame = this.frames.of(this.visits.enter(slug, viewer));
		var topic = frame.head().id();
		var listed = Listed.of(this.resources.of(topic, after), TopicResources.PAGE);
		return new ResourcesPage(frame, listed.shown(), (after == 0) ? this.resources.lost(topic) : List.of(),
				listed.next((last) -> "/topics/" + slug + "/resources?after=" + last.id()));
	}

}
