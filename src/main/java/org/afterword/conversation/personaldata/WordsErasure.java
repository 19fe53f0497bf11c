package org.afterword.conversation.personaldata;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostsErased;
import org.afterword.conversation.QuestionTallies;
import org.afterword.conversation.words.PostWords;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Erases the text of the posts of somebody who left and wishes so, with all its versions.
 * The posts keep their places, and what others replied stays.
 */
@Component
class WordsErasure {

	private final PostRepository posts;

	private final PostQuestionRepository links;

	private final QuestionTallies tallies;

	private final PostWords words;

	private final PostLinks webLinks;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WordsErasure(PostRepository posts, PostQuestionRepository links, QuestionTallies tallies, PostWords words,
			PostLinks webLinks, ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.links = links;
		this.tallies = tallies;
		this.words = words;
		this.webLinks = webLinks;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Replies are emptied all at once: somebody may have written thousands.
	 * @param author who left
	 * @param line that takes the place of the words of a topic’s opening
	 */
	void erase(Collection<PostId> ids, MemberId author, String line) {
		var all = ids.stream().map(PostId::value).toArray(Long[]::new);
		this.posts.eraseRevisions(all);
		this.posts.eraseHeldRevisions(all);
		this.webLinks.erase(all);
		this.words.forgetNames(all);
		this.posts.openingsAndHeld(all).forEach((id) -> eraseOpeningOrHeld(new PostId(id), author, line));
		eraseReplies(all);
	}

	private void eraseOpeningOrHeld(PostId id, MemberId author, String line) {
		var post = this.posts.get(id);
		post.erase(author, line, this.clock.instant());
		var nothing = this.words.render(id);
		this.words.publishChanged(post, nothing, Map.of(), author);
	}

	private void eraseReplies(Long[] ids) {
		this.posts.lockAll(ids);
		var addressed = questions(this.links.questionsOfShown(ids));
		this.tallies.lock(addressed);
		var pinning = questions(this.links.questionsThatPin(ids));
		this.links.unpinAll(ids);
		pinning.forEach(this.links::closeRanks);
		var erased = this.posts.eraseReplies(ids, Post.RENDERER, this.clock.instant());
		this.tallies.recompute(addressed);
		if (!erased.isEmpty()) {
			this.events.publishEvent(new PostsErased(erased.stream().map(PostId::new).toList()));
		}
	}

	private static List<QuestionId> questions(List<Long> ids) {
		return ids.stream().map(QuestionId::new).toList();
	}

}
