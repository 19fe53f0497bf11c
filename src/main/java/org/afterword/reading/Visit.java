package org.afterword.reading;

import java.util.Objects;

import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;

/**
 * Somebody looks at a topic that they may see.
 *
 * @param facilitates runs this topic, or every topic of the site
 * @param mayBeKnown whether they are to be asked if they are somebody known by initials
 */
public record Visit(TopicHead head, Viewer viewer, boolean facilitates, boolean mayBeKnown) {

	/**
	 * Keeps drafts from those who do not run them.
	 * @throws NotFound for a draft of somebody else
	 */
	public Visit {
		Objects.requireNonNull(viewer);
		if (head.isDraft() && !facilitates) {
			throw new NotFound("draft " + head.slug());
		}
	}

	public boolean mayReply() {
		return this.viewer.isMember() && !this.head.isLocked();
	}

}
