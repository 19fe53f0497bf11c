package org.afterword.conversation.publishing;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostState;
import org.afterword.conversation.trust.Trust;
import org.afterword.conversation.words.PostWords;
import org.afterword.conversation.words.ReadWords;
import org.afterword.conversation.words.Reader;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Markup.Link;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicView;
import org.afterword.topic.ViewedTopic;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the words of posts. The number of a post stays, and what it said is kept. */
@Service
@Transactional
public class Edits {

	private final PostRepository posts;

	private final PostWords words;

	private final PostQuestions questions;

	private final Reader reader;

	private final Trust trust;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Edits(PostRepository posts, PostWords words, PostQuestions questions, Reader reader, Trust trust,
			ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.words = words;
		this.questions = questions;
		this.reader = reader;
		this.trust = trust;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A post as it stands, for those who may edit it: its author, and those who run the
	 * topic.
	 * @throws NotAllowed for everybody else, and in a topic that is not open
	 */
	@Transactional(readOnly = true)
	public Editing editing(ViewedTopic topic, int number) {
		topic.mustBeWritable();
		var post = this.posts.get(topic.id(), number);
		post.mustBeEditableBy(topic.viewer(), topic.access());
		return new Editing(post.markdown(), post.revision(), post.isBy(topic.viewer()));
	}

	/**
	 * Whether an edit would be refused because somebody new adds links for which a post
	 * of theirs would be held.
	 * @throws NotAllowed as the edit would
	 */
	@Transactional(readOnly = true)
	public boolean bringsTooManyLinks(ViewedTopic topic, int number, String words) {
		var post = this.posts.get(topic.id(), number);
		post.mustBeEditableBy(topic.viewer(), topic.access());
		var kept = this.words.namedIn(post);
		return bringsTooManyLinks(post, topic, this.reader.readOld(topic.view(), post.markdown()),
				this.reader.readEdited(topic.view(), post, kept, words));
	}

	/**
	 * Changes the words of a post. Questions that the new words name and the old ones did
	 * not are added. False when the post reads so already. A facilitator’s change of
	 * somebody else’s post is logged.
	 * @param revision that the editor had before them; another since then is a conflict
	 * @param reason why, for everybody to read; empty where an author gives none
	 * @throws NotAllowed for everybody but its author and those who run the topic, and in
	 * a topic that is not open
	 * @throws Refused where the words are none or too many, the post was edited
	 * meanwhile, a facilitator gives no reason, or somebody new brings links for which a
	 * post of theirs would be held
	 */
	public boolean edit(ViewedTopic topic, int number, String words, int revision, String reason) {
		topic.mustBeWritable();
		var editor = topic.viewer();
		var post = this.posts.locked(topic.id(), number);
		post.mustBeEditableBy(editor, topic.access());
		if (post.revision() != revision) {
			throw new Refused("edit.meanwhile");
		}
		if (Blank.is(reason) && !post.isBy(editor)) {
			throw new Refused("edit.no-reason").on("reason");
		}
		var old = post.markdown();
		var named = this.words.namedIn(post);
		var before = this.reader.readOld(topic.view(), old);
		var now = this.reader.readEdited(topic.view(), post, named, words);
		if (bringsTooManyLinks(post, topic, before, now)) {
			throw new Refused("edit.new-links");
		}
		if (!post.edit(words, this.clock.instant())) {
			return false;
		}
		this.words.replace(post, now);
		this.posts.keepRevision(post.id().value(), revision, old, editor.id().value(), this.clock.instant(),
				Blank.stripped(reason));
		if (!post.isOpening()) {
			this.questions.linkRecognised(post, before, now);
		}
		if (!post.isBy(editor)) {
			this.events.publishEvent(post.act(editor, Act.EDIT, Map.of("revision", Integer.toString(revision)),
					Map.of("revision", Integer.toString(post.revision())), Blank.stripped(reason)));
		}
		this.words.publishChanged(post, now, named, editor.id());
		return true;
	}

	/**
	 * Changes the words of a held post. What they were is kept, and is no part of the
	 * history that readers see. False when the post reads so already.
	 * @throws Refused where the words are none or too many
	 */
	public boolean editHeld(TopicView topic, Post post, String words, Viewer by) {
		var old = post.markdown();
		var revision = post.revision();
		var named = this.words.namedIn(post);
		var before = this.reader.readOld(topic, old);
		var now = this.reader.readEdited(topic, post, named, words);
		if (!post.edit(words, this.clock.instant())) {
			return false;
		}
		this.words.replace(post, now);
		this.posts.keepHeldRevision(post.id().value(), revision, old, by.id().value(), this.clock.instant());
		this.questions.linkRecognised(post, before, now);
		return true;
	}

	/**
	 * An approved post cannot be turned into something else: where a new post with so
	 * many links would be held, an edit may not add links. A hidden post is checked
	 * before it is restored.
	 */
	private boolean bringsTooManyLinks(Post post, ViewedTopic topic, ReadWords before, ReadWords now) {
		var known = before.links().stream().map(Link::address).collect(Collectors.toSet());
		return post.state() == PostState.PUBLISHED && !topic.isFacilitated()
				&& !now.links().stream().map(Link::address).allMatch(known::contains)
				&& this.trust.holds(topic.viewer(), now.links().size());
	}

}
