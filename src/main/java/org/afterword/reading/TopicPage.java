package org.afterword.reading;

import org.afterword.ready.SharedPage;
import org.afterword.topic.TopicId;

/** A page that shows something of one topic. */
public interface TopicPage extends SharedPage {

	TopicHead head();

	@Override
	default TopicId sharedTopic() {
		return head().id();
	}

}
