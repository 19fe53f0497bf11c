package org.afterword.reading.postpage;

import java.util.List;

import org.afterword.conversation.writing.RevisionView;
import org.afterword.conversation.writing.Revisions;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Posts;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what posts were before their edits. */
@Component
@Transactional(readOnly = true)
class RevisionsPages {

	private final Visits visits;

	private final Posts posts;

	private final Revisions revisions;

	RevisionsPages(Visits visits, Posts posts, Revisions revisions) {
		this.visits = visits;
		this.posts = posts;
		this.revisions = revisions;
	}

	/**
	 * All versions, and how the newest of them came to be.
	 * @param latest the number of the newest version that is listed
	 * @throws NotFound where there is no such post or version
	 * @throws Moved where the post is read elsewhere
	 */
	RevisionsPage list(Slug slug, int number, int latest, Viewer viewer) {
		var visit = enter(slug, number, viewer);
		var versions = Listed.of(this.revisions.of(visit.head().id(), number, latest, viewer), Revisions.PAGE);
		if (versions.shown().isEmpty()) {
			throw new NotFound("version " + latest + " of post " + number);
		}
		var next = versions
			.next((last) -> "/topics/%s/posts/%s/revisions?latest=%s".formatted(slug, number, last.number() - 1));
		return page(visit, number, versions.shown(), next, versions.shown().getFirst());
	}

	/**
	 * How one version came to be.
	 * @throws NotFound where there is no such post or version
	 * @throws Moved where the post is read elsewhere
	 */
	RevisionsPage one(Slug slug, int number, int version, Viewer viewer) {
		var visit = enter(slug, number, viewer);
		return page(visit, number, null, null, this.revisions.get(visit.head().id(), number, version, viewer));
	}

	private Visit enter(Slug slug, int number, Viewer viewer) {
		var visit = this.visits.enter(slug, viewer, (topic) -> elsewhere(topic, number));
		var elsewhere = elsewhere(visit.head().id(), number);
		if (elsewhere != null) {
			throw Moved.to(elsewhere);
		}
		return visit;
	}

	private @Nullable String elsewhere(TopicId topic, int number) {
		var page = this.posts.movedPage(topic, number);
		return (page != null) ? page + "/revisions" : null;
	}

	private RevisionsPage page(Visit visit, int number, @Nullable List<RevisionView> versions, @Nullable String next,
			RevisionView shown) {
		return new RevisionsPage(visit.head(), number, versions, next, shown,
				this.revisions.changes(visit.head().id(), number, shown.number(), visit.viewer()),
				visit.facilitates() && !shown.newest() && shown.removed() == null);
	}

}
