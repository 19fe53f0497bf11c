package org.afterword.topic;

import org.afterword.kernel.Slug;

/** What other modules must know of a topic before they write in it. */
public record TopicView(TopicId id, Slug slug, String title, TopicKind kind, TopicState state) {

	public boolean isOpen() {
		return this.state == TopicState.OPEN;
	}

}
