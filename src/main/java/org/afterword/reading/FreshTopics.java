package org.afterword.reading;

import org.afterword.change.TopicStamps;
import org.afterword.topic.TopicId;

import org.springframework.stereotype.Component;

@Component
class FreshTopics implements Freshness {

	private final TopicStamps stamps;

	FreshTopics(TopicStamps stamps) {
		this.stamps = stamps;
	}

	@Override
	public long stamp(TopicId topic) {
		return this.stamps.of(topic.value());
	}

}
