package org.afterword.conversation.answers;

import java.util.List;
import java.util.Optional;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostQuestion;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.conversation.PostRepository;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;

import org.springframework.stereotype.Component;

/**
 * Replies and the questions that they answer, by their numbers in a topic. Whoever
 * changes a link between them locks the question first.
 */
@Component
class QuestionReplies {

	private final PostRepository posts;

	private final Questions questions;

	private final PostQuestionRepository links;

	private final QuestionStatuses statuses;

	QuestionReplies(PostRepository posts, Questions questions, PostQuestionRepository links,
			QuestionStatuses statuses) {
		this.posts = posts;
		this.questions = questions;
		this.links = links;
		this.statuses = statuses;
	}

	void lock(TopicId topic, QuestionNumber question) {
		this.statuses.lock(topic, question);
	}

	/**
	 * Locks the post before the question: whoever withdraws it waits, also where it does
	 * not address the question yet.
	 */
	void lock(TopicId topic, QuestionNumber question, int reply) {
		this.posts.lockedByNumber(topic, reply);
		lock(topic, question);
	}

	Post post(TopicId topic, int reply) {
		return this.posts.get(topic, reply);
	}

	/** A post whose words are shown. */
	Post shown(TopicId topic, int reply) {
		var post = post(topic, reply);
		post.mustBeShown();
		return post;
	}

	QuestionView question(TopicId topic, QuestionNumber number) {
		return this.questions.get(topic, number);
	}

	/** A question that is neither withdrawn nor merged into another. */
	QuestionView active(TopicId topic, QuestionNumber number) {
		return this.questions.active(topic, number);
	}

	Optional<PostQuestion> find(Post post, QuestionView question) {
		return this.links.find(post.id(), question.id());
	}

	/**
	 * @throws Refused where the reply does not address the question
	 */
	PostQuestion link(Post post, QuestionView question) {
		return find(post, question)
			.orElseThrow(() -> new Refused("answer.not-linked", post.number(), question.number()));
	}

	PostQuestion add(PostQuestion link) {
		return this.links.save(link);
	}

	List<PostQuestion> ofPost(Post post) {
		return this.links.ofPost(post.id());
	}

	/** The answers that are pinned at a question, in their order. */
	List<PostQuestion> pinned(QuestionId question) {
		return this.links.pinned(question);
	}

	List<String> pinnedNumbers(QuestionId question) {
		return this.links.pinnedNumbers(question.value());
	}

	void closeRanks(QuestionId question) {
		this.links.closeRanks(question);
	}

}
