package org.afterword.reading.desk;

import org.afterword.topic.TopicId;
import org.afterword.topic.TopicView;
import org.jspecify.annotations.Nullable;

/**
 * Which rows somebody wants to see on the desk.
 *
 * @param topic null for all topics that the viewer runs
 * @param part the only part that is shown, a page at a time; null for the beginning of
 * each
 * @param byVotes the most wanted questions first, instead of the oldest
 * @param after the last row of the page before
 */
record DeskView(@Nullable TopicView topic, @Nullable DeskPart part, boolean byVotes, DeskPlace after) {

	public @Nullable TopicId topicId() {
		return (this.topic != null) ? this.topic.id() : null;
	}

	/** The address of this desk. */
	public String address() {
		return (this.topic != null) ? "/topics/" + this.topic.slug() + "/desk" : "/desk";
	}

	/** The address of what is shown, to which an act leads back. */
	public String here() {
		var order = this.byVotes ? "by=votes" : "";
		if (this.part != null) {
			return address() + "?part=" + this.part.word() + (this.byVotes ? "&" + order : "");
		}
		return address() + (this.byVotes ? "?" + order : "");
	}

}
