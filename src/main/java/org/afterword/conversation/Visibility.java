package org.afterword.conversation;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the words of a post are shown: authors withdraw, facilitators hide, remove and
 * restore.
 */
@Service
@Transactional
public class Visibility {

	private final PostRepository posts;

	private final PostQuestionRepository links;

	private final QuestionTallies tallies;

	private final Topics topics;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final TopicRoles roles;

	Visibility(PostRepository posts, PostQuestionRepository links, QuestionTallies tallies, Topics topics,
			JdbcClient sql, ApplicationEventPublisher events, Clock clock, TopicRoles roles) {
		this.roles = roles;
		this.posts = posts;
		this.links = links;
		this.tallies = tallies;
		this.topics = topics;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/** What a viewer may do with a post, for pages that offer it. */
	@Transactional(readOnly = true)
	public PostActs acts(TopicId topic, int number, Viewer viewer) {
		return acts(this.topics.viewed(topic, viewer), this.posts.get(topic, number));
	}

	private PostActs acts(ViewedTopic topic, Post post) {
		var viewer = topic.viewer();
		var access = topic.access();
		var open = topic.isWritable();
		var ofOthers = !isTakenFrom(post, viewer);
		var shown = post.state() == PostState.PUBLISHED;
		return new PostActs(open && shown, open && post.mayBeEditedBy(viewer, access),
				open && post.mayBeWithdrawnBy(viewer), post.mayBeHiddenBy(access),
				post.mayBeRemovedBy(access) && ofOthers, post.mayBeRestoredBy(access) && ofOthers,
				post.mayBeLinkedBy(viewer, access), access.facilitates() && shown);
	}

	/**
	 * Withdraws one’s own post: its number stays, its words are no longer shown.
	 * @throws NotAllowed for everybody but its author; for the opening; in a topic that
	 * is not open
	 */
	public void withdraw(TopicId id, int number, Viewer author) {
		this.topics.viewed(id, author).mustBeWritable();
		var post = this.posts.locked(id, number);
		if (!post.mayBeWithdrawnBy(author)) {
			throw new NotAllowed("withdraw post " + number);
		}
		post.withdraw(this.clock.instant());
		unpin(post);
		changed(post, author.id());
	}

	/**
	 * Hides a post, with a reason that readers see. It is unpinned everywhere.
	 * @throws NotAllowed for those who do not run the topic; for the opening
	 * @throws Conflict where somebody has hidden or removed it already
	 */
	public void hide(TopicId id, int number, String reason, Viewer viewer) {
		var post = this.posts.locked(id, number);
		mustBeRemovable(post, PostState.PUBLISHED, viewer);
		var before = logged(post);
		post.hide(viewer.id(), reason, this.clock.instant());
		hidden(post, Act.HIDE, before, reason, viewer);
	}

	/**
	 * Hides a post for good, with a reason that readers see; its author cannot edit it
	 * any more. One that is hidden can be removed, too.
	 * @param seen the state that the facilitator had before them; null for any
	 * @throws NotAllowed for those who do not run the topic; for the opening
	 * @throws Conflict where it is in another state by now
	 */
	public void remove(TopicId id, int number, String reason, @Nullable PostState seen, Viewer viewer) {
		var post = this.posts.locked(id, number);
		mustBeRemovable(post, seen, viewer);
		var before = logged(post);
		post.remove(viewer.id(), reason, this.clock.instant());
		hidden(post, Act.REMOVE, before, reason, viewer);
	}

	/**
	 * What of hiding and removing a post is left to do.
	 * @param seen the state that the facilitator had before them; null for any
	 * @throws NotAllowed as removing it
	 * @throws Conflict as removing it
	 */
	@Transactional(readOnly = true)
	public PostActs removable(TopicId id, int number, @Nullable PostState seen, Viewer viewer) {
		var post = this.posts.get(id, number);
		mustBeRemovable(post, seen, viewer);
		return acts(this.topics.viewed(id, viewer), post);
	}

	/**
	 * Shows a hidden or removed post again.
	 * @param reason for the log; null where none is given
	 * @param seen the state that the facilitator had before them; null for any
	 * @throws NotAllowed for those who do not run the topic, and for its author where
	 * somebody else has hidden it
	 * @throws Conflict where it is in another state by now
	 */
	public void restore(TopicId id, int number, @Nullable String reason, @Nullable PostState seen, Viewer viewer) {
		var post = this.posts.locked(id, number);
		var access = this.roles.access(id, viewer);
		access.mustFacilitate("restore post " + number);
		if (!post.mayBeRestoredBy(access) || (seen != null && seen != post.state())) {
			throw meanwhile(post, viewer);
		}
		if (isTakenFrom(post, viewer)) {
			throw new NotAllowed("show one’s own post " + number + " again", "hide.own");
		}
		var before = logged(post);
		post.restore(viewer.id(), this.clock.instant());
		this.events.publishEvent(post.act(viewer, Act.RESTORE, before, logged(post), reason));
		changed(post, viewer.id());
	}

	private void mustBeRemovable(Post post, @Nullable PostState seen, Viewer viewer) {
		var access = this.roles.access(post.topicId(), viewer);
		access.mustFacilitate("hide post " + post.number());
		if (post.isOpening()) {
			throw new NotAllowed("hide the opening", "hide.opening");
		}
		if (isTakenFrom(post, viewer)) {
			throw new NotAllowed("remove one’s own post " + post.number(), "hide.own");
		}
		if (!post.mayBeRemovedBy(access) || (seen != null && seen != post.state())) {
			throw meanwhile(post, viewer);
		}
	}

	/** Whether others have hidden this viewer’s own post: others show it again. */
	private boolean isTakenFrom(Post post, Viewer viewer) {
		return (post.state() == PostState.HIDDEN || post.state() == PostState.REMOVED) && viewer.isMember()
				&& !viewer.is(post.stateBy())
				&& this.sql.sql("select exists (select from post_author where post_id = ? and member_id = ?)")
					.params(post.id().value(), viewer.id().value())
					.query(Boolean.class)
					.single();
	}

	/** Says who has changed the state of a post, and why. */
	private RuntimeException meanwhile(Post post, Viewer viewer) {
		var by = (post.state() == PostState.WITHDRAWN) ? post.author() : post.stateBy();
		if (by == null) {
			return new NotAllowed("change the state of post " + post.number());
		}
		var name = this.sql.sql("select display_name from member where id = ?")
			.param(by.value())
			.query(String.class)
			.single();
		return new Conflict("post.was." + post.state().word(), name, Objects.requireNonNull(post.stateAt()),
				Objects.requireNonNullElse(post.stateReason(), ""))
			.at("/topics/%s/posts/%s".formatted(this.topics.get(post.topicId()).slug(), post.number()))
			.byOneself(viewer.is(by));
	}

	private void hidden(Post post, Act act, Map<String, String> before, String reason, Viewer viewer) {
		unpin(post);
		this.events.publishEvent(post.act(viewer, act, before, logged(post), reason));
		changed(post, viewer.id());
	}

	private static Map<String, String> logged(Post post) {
		return Map.of("state", post.state().name());
	}

	private void unpin(Post post) {
		this.tallies.lock(this.links.questionsOf(post.id()));
		var pinned = this.links.ofPost(post.id()).stream().filter(PostQuestion::isPinned).toList();
		pinned.forEach(PostQuestion::unpin);
		pinned.forEach((link) -> this.links.closeRanks(link.question()));
	}

	/** Listeners read the new state from the database: recomputing has written it. */
	private void changed(Post post, MemberId by) {
		this.tallies.recompute(post.id());
		this.events
			.publishEvent(new PostStateChanged(post.id(), post.topicId(), post.state(), by, this.clock.instant()));
	}

}
