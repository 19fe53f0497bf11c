package org.afterword.reading.postpage;

import java.util.List;

import org.afterword.conversation.writing.RevisionView;
import org.afterword.conversation.writing.Revisions;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.log.StaffLog;
import org.afterword.reading.Posts;
import org.afterword.reading.Posts.Own;
import org.afterword.reading.Registers;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pages of posts. */
@Component
class PostPages {

	private final Visits visits;

	private final Registers registers;

	private final Posts posts;

	private final Revisions revisions;

	private final StaffLog log;

	private final ViewersChoices choices;

	PostPages(Visits visits, Registers registers, Posts posts, Revisions revisions, StaffLog log,
			ViewersChoices choices) {
		this.visits = visits;
		this.registers = registers;
		this.posts = posts;
		this.revisions = revisions;
		this.log = log;
		this.choices = choices;
	}

	/**
	 * @throws NotFound where no such post ever stood here
	 * @throws Moved where it is read elsewhere
	 */
	@Transactional(readOnly = true)
	public PostPage page(Slug slug, int number, Viewer viewer) {
		var visit = this.visits.enter(slug, viewer, (topic) -> this.posts.movedPage(topic, number));
		var topic = visit.head().id();
		var own = this.posts.own(topic, number, viewer).orElseThrow(() -> missing(visit, number));
		var post = own.post();
		var isOwn = viewer.is(own.author());
		var mayReadAll = visit.facilitates() || isOwn;
		return new PostPage(visit.head(), this.registers.of(topic), post,
				(mayReadAll && !post.isShown()) ? own.text() : null, isOwn ? changed(own, viewer) : null,
				this.posts.answers(post.id()), mayReadAll ? this.log.ofPost(post.id()) : List.of(),
				this.choices.of(visit, own));
	}

	/** Only its author is told here; everybody else finds it among the versions. */
	private @Nullable RevisionView changed(Own own, Viewer author) {
		return (own.post().editedAt() != null) ? this.revisions.lastByOthers(own.post().id(), author.id()).orElse(null)
				: null;
	}

	private RuntimeException missing(Visit visit, int number) {
		var address = this.posts.movedPage(visit.head().id(), number);
		return (address != null) ? Moved.to(address) : new NotFound("post " + number + " of " + visit.head().slug());
	}

}
