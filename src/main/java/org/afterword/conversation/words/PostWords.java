package org.afterword.conversation.words;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostState;
import org.afterword.conversation.PostWritten;
import org.afterword.member.MemberId;
import org.afterword.mention.MentionTarget;
import org.afterword.mention.Mentions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what a post says once its words were read: its HTML, whom it names, what it says
 * to which question; and publishes it. Part of the caller’s transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PostWords {

	private final PostRepository posts;

	private final PostLinks links;

	private final Mentions mentions;

	private final Reader reader;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PostWords(PostRepository posts, PostLinks links, Mentions mentions, Reader reader, ApplicationEventPublisher events,
			Clock clock) {
		this.posts = posts;
		this.links = links;
		this.mentions = mentions;
		this.reader = reader;
		this.events = events;
		this.clock = clock;
	}

	/** Stores a new post with its words. */
	public void store(Post post, ReadWords read) {
		post.rendered(read.html(), read.text());
		this.posts.save(post);
		this.links.store(post, read.parts());
		this.mentions.add(post.id().value(), read.meant());
	}

	/** Whom the words of a post name, by name in lower case. */
	@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
	public Map<String, MentionTarget> namedIn(Post post) {
		return this.mentions.kept(post.id().value());
	}

	/** Forgets whom these posts named. */
	public void forgetNames(Long[] posts) {
		this.mentions.forget(posts);
	}

	/** Stores other words of a post in place of those before. */
	public void replace(Post post, ReadWords read) {
		render(post, read);
		this.mentions.replace(post.id().value(), read.meant());
	}

	/**
	 * Writes the HTML of a post again, from its words and from whom they meant: after a
	 * placeholder was claimed, or a name has changed.
	 */
	public ReadWords render(PostId id) {
		var post = this.posts.get(id);
		var read = this.reader.readAgain(post);
		render(post, read);
		return read;
	}

	private void render(Post post, ReadWords read) {
		post.rendered(read.html(), read.text());
		this.links.replace(post, read.parts());
	}

	/**
	 * Publishes the words of a post that readers see for the first time.
	 * @param by its author, or who approved it
	 */
	public void publishNew(Post post, ReadWords read, MemberId by) {
		this.events.publishEvent(new PostWritten(post.id(), post.topicId(), post.author(), by, true, read.links(),
				read.announced(), post.asksSources(), List.of(), this.clock.instant()));
	}

	/**
	 * Publishes the changed words of a post.
	 * @param before whom the words before named
	 */
	public void publishChanged(Post post, ReadWords read, Map<String, MentionTarget> before, MemberId by) {
		var named = members(read.meant());
		named.removeAll(members(before));
		this.events.publishEvent(new PostWritten(post.id(), post.topicId(), post.author(), by, false, read.links(),
				read.announced(), post.asksSources(),
				(post.state() == PostState.PUBLISHED) ? List.copyOf(named) : List.of(), this.clock.instant()));
	}

	private static Set<MemberId> members(Map<String, MentionTarget> meant) {
		return meant.values()
			.stream()
			.map(MentionTarget::member)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
