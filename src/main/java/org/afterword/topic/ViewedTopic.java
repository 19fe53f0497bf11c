package org.afterword.topic;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

/**
 * A topic as one viewer meets it: what it is, and what they may do in it. Handlers take
 * it as a parameter: it is found once, by the slug in the address, and handed down to the
 * use case. Only {@link Topics} makes one, for those who may see the topic.
 */
public final class ViewedTopic {

	private final TopicView view;

	private final Viewer viewer;

	private final TopicAccess access;

	ViewedTopic(TopicView view, Viewer viewer, TopicAccess access) {
		this.view = view;
		this.viewer = viewer;
		this.access = access;
	}

	public TopicView view() {
		return this.view;
	}

	public TopicId id() {
		return this.view.id();
	}

	public Slug slug() {
		return this.view.slug();
	}

	public Viewer viewer() {
		return this.viewer;
	}

	public TopicAccess access() {
		return this.access;
	}

	/** Whether the viewer runs this topic. */
	public boolean isFacilitated() {
		return this.access.facilitates();
	}

	/**
	 * Lets only those pass who run the topic.
	 * @param act for the log
	 * @throws NotAllowed for everybody else
	 */
	public void mustFacilitate(String act) {
		this.access.mustFacilitate(act);
	}

	/**
	 * Whether the viewer may write here: members in an open topic, its facilitators in a
	 * draft.
	 */
	public boolean isWritable() {
		return switch (this.view.state()) {
			case OPEN -> this.viewer.isMember();
			case DRAFT -> this.access.facilitates();
			case LOCKED, MERGED -> false;
		};
	}

	/**
	 * Lets only those pass who may write here.
	 * @throws NotAllowed for everybody else; where the topic is locked, it says so
	 */
	public void mustBeWritable() {
		if (!isWritable()) {
			var locked = this.view.state() == TopicState.LOCKED;
			throw new NotAllowed("write in topic " + slug(), locked ? "lock.closed" : null,
					locked ? "lock.closed.kept" : null);
		}
	}

}
