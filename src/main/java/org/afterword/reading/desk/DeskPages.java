package org.afterword.reading.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

import org.afterword.kernel.Listed;
import org.afterword.member.Viewer;
import org.afterword.moderation.log.StaffLog;
import org.afterword.topic.Topics;
import org.afterword.topic.people.Leaves;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the desk, of all topics that somebody runs or of one. */
@Component
class DeskPages {

	private final Desk desk;

	private final Topics topics;

	private final Leaves leaves;

	private final StaffLog log;

	DeskPages(Desk desk, Topics topics, Leaves leaves, StaffLog log) {
		this.desk = desk;
		this.topics = topics;
		this.leaves = leaves;
		this.log = log;
	}

	/**
	 * @param actedSince when the viewer did what they are to be told of; null for nothing
	 */
	@Transactional(readOnly = true)
	public DeskPage page(DeskView view, @Nullable Instant actedSince, Viewer viewer) {
		var topic = view.topicId();
		var parts = new LinkedHashMap<DeskPart, Listed<DeskRow>>();
		for (var part : (view.part() != null) ? List.of(view.part()) : List.of(DeskPart.values())) {
			parts.put(part, this.desk.rows(part, topic, view.byVotes(), view.after(),
					(view.part() != null) ? Desk.PAGE : Desk.GLANCE, viewer));
		}
		var only = (view.part() != null) ? parts.get(view.part()) : null;
		var nothing = parts.values().stream().allMatch((part) -> part.shown().isEmpty());
		return new DeskPage(view, parts,
				(only != null) ? only.next((row) -> view.here() + "&after=" + row.place()) : null,
				this.desk.counts(topic, viewer), this.desk.week(topic, viewer),
				(actedSince != null) ? this.log.doneSince(actedSince, viewer) : List.of(),
				nothing && view.part() == null && topic == null && this.topics.areNone(), this.leaves.around(viewer),
				this.leaves.hasTopics(viewer));
	}

}
