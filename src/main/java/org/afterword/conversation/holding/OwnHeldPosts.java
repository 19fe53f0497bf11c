package org.afterword.conversation.holding;

import java.time.Clock;

import org.afterword.conversation.HeldPostWithdrawn;
import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.writing.Drafts;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.member.submission.Submissions;
import org.afterword.topic.Topics;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What authors do with their own held posts. */
@Service
@Transactional
public class OwnHeldPosts {

	private final HeldPostLookup lookup;

	private final HeldReplyForm forms;

	private final Edits edits;

	private final Drafts drafts;

	private final Topics topics;

	private final Submissions submissions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OwnHeldPosts(HeldPostLookup lookup, HeldReplyForm forms, Edits edits, Drafts drafts, Topics topics,
			Submissions submissions, ApplicationEventPublisher events, Clock clock) {
		this.lookup = lookup;
		this.forms = forms;
		this.edits = edits;
		this.drafts = drafts;
		this.topics = topics;
		this.submissions = submissions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Sends a held post again, changed or not. It waits for a facilitator.
	 * @param read the revision that its author was shown
	 * @throws NotAllowed for everybody but its author
	 * @throws Refused where the text is empty or too long, or was changed meanwhile
	 */
	public void sendAgain(PostId id, String text, int read, Viewer author) {
		var post = this.lookup.get(id, author);
		mustBeOwn(post, author, "edit held post ");
		if (post.revision() != read) {
			throw new Refused("held.meanwhile");
		}
		this.edits.editHeld(this.topics.get(post.topicId()), post, text, author);
		post.hold(this.clock.instant());
	}

	/**
	 * Withdraws a held post, also one that was sent back: it is deleted, and is a draft
	 * of its author again with everything that its form had.
	 * @throws NotAllowed for everybody but its author
	 * @throws NotFound where it is not held any more
	 */
	public void takeBack(PostId id, Viewer author) {
		var post = this.lookup.lock(id, author);
		mustBeOwn(post, author, "take back held post ");
		var topic = this.topics.viewed(post.topicId(), author);
		var form = this.forms.of(topic.view(), post);
		this.drafts.keep(topic, form.place(), form.body(), form.fields(), 0);
		this.lookup.delete(id);
		this.events.publishEvent(new HeldPostWithdrawn(id));
		// The form it came from can be sent again.
		this.submissions.forget(author.id(), "/held/" + id);
	}

	private static void mustBeOwn(Post post, Viewer author, String act) {
		if (!author.is(post.author())) {
			throw new NotAllowed(act + post.id());
		}
	}

}
